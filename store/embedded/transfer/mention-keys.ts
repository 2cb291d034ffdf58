import type { Database } from '../database.js';
import type { Platforms } from '../platforms.js';

const FIND = `SELECT m.id, m.native_id FROM json_each(?2) j
  CROSS JOIN mention m INDEXED BY mention_by_native_id ON m.platform_id = ?1 AND m.native_id = j.value`;
const MAKE = 'INSERT OR IGNORE INTO mention (platform_id, native_id) SELECT ?, value FROM json_each(?)';

/** The surrogate keys of mentions by their ids; `make`: those that are not there yet become placeholders. */
export function mentionKeys(
  database: Database,
  platforms: Platforms,
  ids: readonly string[],
  make?: 'make',
): Map<string, number> {
  const byPlatform = new Map<string, Set<string>>();
  for (const id of ids) {
    const colon = id.indexOf(':');
    const platform = id.slice(0, colon);
    const nativeIds = byPlatform.get(platform) ?? new Set();
    byPlatform.set(platform, nativeIds.add(id.slice(colon + 1)));
  }
  const keys = new Map<string, number>();
  for (const [platform, nativeIds] of byPlatform) {
    const list = JSON.stringify([...nativeIds]);
    const platformId = platforms.findOrAdd(platform);
    if (make) database.run(MAKE, platformId, list);
    for (const { id, native_id } of database.all<{ id: number; native_id: string }>(FIND, platformId, list))
      keys.set(`${platform}:${native_id}`, id);
  }
  return keys;
}

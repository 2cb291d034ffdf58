import { MENTION_KINDS, STREAMS } from '#domain/mention.js';
import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import type { Coverage } from '#domain/run-document.js';

/** What the mentions hold and lack. */
export function coverageOf(columns: MentionColumns): Coverage {
  const { length, publishedAt } = columns;
  return {
    mentions: length,
    accounts: columns.accounts.length,
    from: length === 0 ? null : publishedAt[0]!,
    to: length === 0 ? null : publishedAt[length - 1]!,
    byPlatform: countsByName(columns.platform, columns.platforms.toSorted(), columns.platforms),
    byKind: countsByName(columns.kind, MENTION_KINDS),
    byStream: countsByName(columns.stream, STREAMS),
    withRegion: columns.region.reduce((count, region) => count + Number(region !== NO_ROW), 0),
    parentsMissing: parentsMissing(columns),
    accountsWithFollowers: columns.accounts.filter(({ followers }) => followers !== null).length,
  };
}

/** Counts by name, in the order of `names`; codes stand for `dictionary`. */
function countsByName<Name extends string>(
  codes: Uint8Array,
  names: readonly Name[],
  dictionary: readonly string[] = names,
): Record<Name, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<string, number>;
  for (const code of codes) counts[dictionary[code]!]! += 1;
  return counts;
}

function parentsMissing({ length, parent, namedParent }: MentionColumns): number {
  let missing = 0;
  for (let row = 0; row < length; row += 1) if (namedParent[row] !== NO_ROW && parent[row] === NO_ROW) missing += 1;
  return missing;
}

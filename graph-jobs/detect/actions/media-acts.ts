import type { MentionColumns } from '#domain/mention-columns.js';
import type { Acts } from './acts.js';
import { carriedActs } from './carried-acts.js';
import { nearHashes } from './near-hashes.js';

const PERCEPTUAL = /^[0-9a-f]{16}$/;

/**
 * Hashes of pictures and videos: the same hash is the same object, and 64 bits in hexadecimal, as perceptual hashes are
 * (aHash, dHash, pHash), are one object with the hash that they are near to.
 */
export function mediaActs(columns: MentionColumns): Acts {
  const { media } = columns;
  const hashes = media.values.map((hash) => hash.toLowerCase());
  const uses = new Map<string, number>();
  for (const code of media.object) uses.set(hashes[code]!, (uses.get(hashes[code]!) ?? 0) + 1);
  const perceptual = Array.from(uses).filter(([hash]) => PERCEPTUAL.test(hash));
  // By how often it is used, so that the picture that most people saw names the object; of equals the lowest.
  perceptual.sort(([a, often], [b, oftener]) => oftener - often || (a < b ? -1 : 1));
  const centreOf = nearHashes(perceptual.map(([hash]) => hash));
  return carriedActs(columns, media, (code) => centreOf.get(hashes[code]!) ?? hashes[code]!);
}

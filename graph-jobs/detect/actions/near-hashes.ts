/** Bits in which two perceptual hashes of 64 may differ: re-encoded and resized copies stay within it, other pictures do not. */
export const MOST_BITS_APART = 6;

const BANDS = 4;
const BAND_VALUES = 1 << 16;
/** A band and what differs from it in one bit: of 7 bits or fewer apart, some band of four has at most one. */
const PROBES = [0, ...Array.from({ length: 16 }, (_, bit) => 1 << bit)];

/**
 * For each of the hashes (16 hexadecimal digits, distinct) the one that stands for it: the first hash of the list, of those
 * that stand for themselves, within MOST_BITS_APART of it, and itself where there is none. So every hash is near to the one
 * that stands for it, and no chain of small steps joins what is far apart.
 *
 * Candidates come from tables by 16-bit bands (multi-index hashing, Norouzi, Punjani and Fleet 2012), and each is verified.
 */
export function nearHashes(hashes: readonly string[]): ReadonlyMap<string, string> {
  const high = Uint32Array.from(hashes, (hash) => Number.parseInt(hash.slice(0, 8), 16));
  const low = Uint32Array.from(hashes, (hash) => Number.parseInt(hash.slice(8), 16));
  const bandOf = (i: number, band: number) => ((band < 2 ? high[i]! : low[i]!) >>> (band % 2 === 0 ? 16 : 0)) & 0xffff;
  const tables = Array.from({ length: BANDS }, (_, band) => tableOf(hashes.length, (i) => bandOf(i, band)));
  const centre = new Int32Array(hashes.length).fill(-1);
  for (let i = 0; i < hashes.length; i++) {
    if (centre[i] !== -1) continue;
    centre[i] = i;
    tables.forEach(({ start, members }, band) => {
      for (const probe of PROBES) {
        const value = bandOf(i, band) ^ probe;
        for (let at = start[value]!; at < start[value + 1]!; at++) {
          const other = members[at]!;
          if (centre[other] !== -1) continue;
          if (bits(high[i]! ^ high[other]!) + bits(low[i]! ^ low[other]!) <= MOST_BITS_APART) centre[other] = i;
        }
      }
    });
  }
  return new Map(hashes.map((hash, i) => [hash, hashes[centre[i]!]!]));
}

/** The hashes by the value of one band: members[start[value]] .. members[start[value + 1] - 1]. */
function tableOf(count: number, bandOfHash: (i: number) => number): { start: Uint32Array; members: Uint32Array } {
  const start = new Uint32Array(BAND_VALUES + 1);
  for (let i = 0; i < count; i++) start[bandOfHash(i) + 1]! += 1;
  for (let value = 0; value < BAND_VALUES; value++) start[value + 1]! += start[value]!;
  const next = start.slice();
  const members = new Uint32Array(count);
  for (let i = 0; i < count; i++) members[next[bandOfHash(i)]!++] = i;
  return { start, members };
}

function bits(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

import type { ByteDictionary } from './byte-dictionary.js';

/**
 * The rank of every marked code in the order of its bytes, which for UTF-8 is the order of code points. Codes that are
 * not marked have rank 0. Strings are compared by their first six bytes as one number, and byte by byte where these tie.
 */
export function ranksByBytes(
  dictionary: ByteDictionary,
  marked: Uint8Array,
): { rank: Uint32Array; order: Uint32Array } {
  const codes: number[] = [];
  for (let code = 0; code < marked.length; code++) if (marked[code] === 1) codes.push(code);
  const head = new Float64Array(dictionary.length);
  for (const code of codes) head[code] = headOf(dictionary.bytesOf(code));
  codes.sort((a, b) => head[a]! - head[b]! || Buffer.compare(dictionary.bytesOf(a), dictionary.bytesOf(b)));
  const order = Uint32Array.from(codes);
  const rank = new Uint32Array(dictionary.length);
  for (let i = 0; i < order.length; i++) rank[order[i]!] = i;
  return { rank, order };
}

/** A shorter string is padded with zeros: it ties with one that goes on with zero bytes, and then all bytes decide. */
function headOf(bytes: Uint8Array): number {
  let head = 0;
  for (let i = 0; i < 6; i++) head = head * 256 + (bytes[i] ?? 0);
  return head;
}

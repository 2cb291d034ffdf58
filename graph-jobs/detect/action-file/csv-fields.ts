import type { RankedIds } from './ranked-ids.js';

const COMMA = 44;
/** Comma, quote and line breaks. */
const SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) => (',"\n\r'.includes(String.fromCharCode(byte)) ? 1 : 0));

/**
 * Ids as they stand in a CSV, each followed by a comma and padded to whole words, so that they are written by words:
 * field `rank` is the first byteLength[rank] bytes from words[start[rank]] on.
 */
export interface CsvFields {
  readonly words: Uint32Array;
  readonly start: Uint32Array;
  readonly byteLength: Uint32Array;
}

/** Ids with a comma, quote or line break are quoted. */
export function csvFields(ids: RankedIds): CsvFields {
  const start = new Uint32Array(ids.length + 1);
  const byteLength = new Uint32Array(ids.length);
  const special = specialIds(ids);
  for (let rank = 0; rank < ids.length; rank++) {
    byteLength[rank] = (special.get(rank)?.length ?? ids.start[rank + 1]! - ids.start[rank]!) + 1;
    start[rank + 1] = start[rank]! + ((byteLength[rank]! + 3) >>> 2);
  }
  const words = new Uint32Array(start[ids.length]!);
  const bytes = new Uint8Array(words.buffer);
  for (let rank = 0; rank < ids.length; rank++) {
    const quoted = special.get(rank);
    const at = 4 * start[rank]!;
    if (quoted !== undefined) bytes.set(quoted, at);
    else for (let i = ids.start[rank]!, to = at; i < ids.start[rank + 1]!; i++, to++) bytes[to] = ids.bytes[i]!;
    bytes[at + byteLength[rank]! - 1] = COMMA;
  }
  return { words, start, byteLength };
}

function specialIds(ids: RankedIds): Map<number, Uint8Array> {
  const special = new Map<number, Uint8Array>();
  for (let rank = 0, i = 0; rank < ids.length; rank++) {
    let found = 0;
    for (const end = ids.start[rank + 1]!; i < end; i++) found |= SPECIAL[ids.bytes[i]!]!;
    if (found !== 0) special.set(rank, Buffer.from(`"${ids.at(rank).replaceAll('"', '""')}"`));
  }
  return special;
}

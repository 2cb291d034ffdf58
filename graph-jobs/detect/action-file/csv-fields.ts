import type { RankedIds } from '../../csv-file/ranked-ids.js';

const COMMA = 44;
/** Comma, quote and line breaks. */
const SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) => (',"\n\r'.includes(String.fromCharCode(byte)) ? 1 : 0));
/** Longer fields, with their comma, lie elsewhere: one long id must not widen the place of all others. */
const LONGEST_IN_PLACE = 28;

/**
 * Ids as they stand in a CSV, each followed by a comma. Each has a place of `stride` words that holds its length in bytes
 * and then the bytes, so that it is found with one look into memory and written by words; where the length is 0 the bytes
 * are in `elsewhere`, by rank.
 */
export interface CsvFields {
  readonly words: Uint32Array;
  readonly stride: number;
  readonly elsewhere: ReadonlyMap<number, Uint8Array>;
}

/** Ids with a comma, quote or line break are quoted. */
export function csvFields(ids: RankedIds): CsvFields {
  let longest = 0;
  for (let i = 0; i < ids.length; i++) longest = Math.max(longest, ids.start[i + 1]! - ids.start[i]! + 1);
  const stride = 1 + Math.ceil(Math.min(longest, LONGEST_IN_PLACE) / 4);
  const words = new Uint32Array(stride * ids.length);
  const bytes = new Uint8Array(words.buffer);
  const elsewhere = new Map<number, Uint8Array>();
  for (let rank = 0; rank < ids.length; rank++) {
    const position = ids.positions[rank]!;
    const [start, end] = [ids.start[position]!, ids.start[position + 1]!];
    const at = 4 * (stride * rank + 1);
    let special = 0;
    if (end - start < LONGEST_IN_PLACE) {
      for (let i = start, to = at; i < end; i++, to++) {
        const byte = ids.bytes[i]!;
        special |= SPECIAL[byte]!;
        bytes[to] = byte;
      }
      bytes[at + end - start] = COMMA;
      words[stride * rank] = end - start + 1;
    }
    if (special === 0 && words[stride * rank] !== 0) continue;
    words[stride * rank] = 0;
    elsewhere.set(rank, field(ids.at(rank)));
  }
  return { words, stride, elsewhere };
}

function field(id: string): Uint8Array {
  return Buffer.from(/[,"\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}",` : `${id},`);
}

import { ByteDictionary } from '../../csv-file/byte-dictionary.js';
import { CsvReader, type Fault, type RowTally } from '../../csv-file/csv-reader.js';
import { timeFault, timeOfField } from '../../csv-file/time-field.js';
import type { ActionFileMapping } from './action-file-mapping.js';
import { ActionRows } from './action-rows.js';

/** A file as it was read: ids of accounts and contents have no codes yet. */
export interface ActionRowsFile extends RowTally {
  readonly columns: ActionRows;
  readonly objects: ByteDictionary;
}

/**
 * Reads actions from the bytes of a CSV (UTF-8, first record names the columns and tells the delimiter) as they come in.
 * Memory is that of the actions and the dictionaries, whatever else the rows hold.
 */
export class ActionFileReader {
  readonly #csv: CsvReader;
  readonly #emptyObjects: boolean;
  readonly #objects = new ByteDictionary();
  readonly #rows: ActionRows;
  #column = { object: 0, account: 0, time: 0, content: -1 };

  /** An empty text is no fault of its row, as an empty link or hashtag is: `emptyObjects` takes it for an object. */
  constructor(mapping: ActionFileMapping, { emptyObjects = false } = {}) {
    const { object, account, time, content = null } = mapping;
    this.#csv = new CsvReader({
      columns: { object, account, time, content },
      hint: 'name the columns with --format csv --map',
      open: (column) => {
        this.#column = {
          object: column('object'),
          account: column('account'),
          time: column('time'),
          content: column('content'),
        };
      },
      row: (bytes, starts, ends) => this.#row(bytes, starts, ends),
    });
    this.#rows = new ActionRows(mapping.content !== undefined);
    this.#emptyObjects = emptyObjects;
  }

  /** `share` of the file has been read with this chunk. Throws BAD_INPUT_FILE when the header lacks a column of the mapping. */
  push(chunk: Uint8Array, share = 1): void {
    this.#csv.push(chunk);
    this.#rows.expect(share);
  }

  finish(): ActionRowsFile {
    return { ...this.#csv.finish(), columns: this.#rows, objects: this.#objects };
  }

  /** Keeps the action of a row, or says what is wrong with it. */
  #row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): Fault | null {
    const { object, account, time, content } = this.#column;
    const at = timeOfField(bytes, starts[time]!, ends[time]!);
    if (Number.isNaN(at)) return { field: 'time', reason: timeFault(bytes, starts[time]!, ends[time]!) };
    if (ends[object]! <= starts[object]! && !this.#emptyObjects) return { field: 'object', reason: 'empty' };
    if (ends[account]! <= starts[account]!) return { field: 'account', reason: 'empty' };
    if (content >= 0 && ends[content]! <= starts[content]!) return { field: 'content', reason: 'empty' };
    this.#rows.accounts.push(bytes, starts[account]!, ends[account]!);
    if (content >= 0) this.#rows.contents?.push(bytes, starts[content]!, ends[content]!);
    // CooRTweet lists an original as a share of itself: it counts as participation, and pairs with nothing.
    const own = content >= 0 && sameBytes(bytes, starts[object]!, ends[object]!, starts[content]!, ends[content]!);
    if (own) this.#rows.pushOwn(at);
    else this.#rows.push(this.#objects.codeOf(bytes, starts[object]!, ends[object]!), at);
    return null;
  }
}

function sameBytes(bytes: Uint8Array, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let i = start, j = otherStart; i < end; i++, j++) if (bytes[i] !== bytes[j]) return false;
  return true;
}

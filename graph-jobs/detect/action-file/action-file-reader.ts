import type { ActionColumns, Behaviour } from '#domain/action.js';
import { ByteDictionary } from '../../csv-file/byte-dictionary.js';
import type { ByteStrings } from '../../csv-file/byte-strings.js';
import { CsvReader, type Fault, type RowTally } from '../../csv-file/csv-reader.js';
import type { IdDictionary } from '../../csv-file/id-dictionary.js';
import { BAD_TIME, timeOfField } from '../../csv-file/time-field.js';
import { ActionBuffer } from './action-buffer.js';
import type { ActionFileMapping } from './action-file-mapping.js';

export interface ActionFile extends RowTally {
  /** `mention` holds the code of the content; actions of one content are the same post. */
  readonly actions: ActionColumns;
  readonly accounts: IdDictionary;
  readonly objects: ByteStrings;
  /** By code in `actions.mention`; null where the mapping names no content. */
  readonly contents: IdDictionary | null;
  /** Rows whose content id was there before; kept, as CooRTweet does. */
  readonly repeatedContents: number;
}

/**
 * Reads actions from the bytes of a CSV (UTF-8, first record names the columns and tells the delimiter) as they come in.
 * Memory is that of the actions and the dictionaries, whatever else the rows hold.
 */
export class ActionFileReader {
  readonly #csv: CsvReader;
  readonly #emptyObjects: boolean;
  readonly #objects = new ByteDictionary();
  readonly #buffer: ActionBuffer;
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
    this.#buffer = new ActionBuffer(mapping.content !== undefined);
    this.#emptyObjects = emptyObjects;
  }

  /** `share` of the file has been read with this chunk. Throws BAD_INPUT_FILE when the header lacks a column of the mapping. */
  push(chunk: Uint8Array, share = 1): void {
    this.#csv.push(chunk);
    this.#buffer.expect(share);
  }

  finish(behaviour: Behaviour): ActionFile {
    const tally = this.#csv.finish();
    return { ...this.#buffer.actions(behaviour, this.#objects.length), objects: this.#objects, ...tally };
  }

  /** Keeps the action of a row, or says what is wrong with it. */
  #row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): Fault | null {
    const { object, account, time, content } = this.#column;
    const at = timeOfField(bytes, starts[time]!, ends[time]!);
    if (Number.isNaN(at)) return BAD_TIME;
    if (ends[object]! <= starts[object]! && !this.#emptyObjects) return { field: 'object', reason: 'empty' };
    if (ends[account]! <= starts[account]!) return { field: 'account', reason: 'empty' };
    if (content >= 0 && ends[content]! <= starts[content]!) return { field: 'content', reason: 'empty' };
    this.#buffer.pushAccount(bytes, starts[account]!, ends[account]!);
    if (content >= 0) this.#buffer.pushContent(bytes, starts[content]!, ends[content]!);
    // CooRTweet lists an original as a share of itself: it counts as participation, and pairs with nothing.
    const own = content >= 0 && sameBytes(bytes, starts[object]!, ends[object]!, starts[content]!, ends[content]!);
    if (own) this.#buffer.pushOwn(at);
    else this.#buffer.push(this.#objects.codeOf(bytes, starts[object]!, ends[object]!), at);
    return null;
  }
}

function sameBytes(bytes: Uint8Array, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let i = start, j = otherStart; i < end; i++, j++) if (bytes[i] !== bytes[j]) return false;
  return true;
}

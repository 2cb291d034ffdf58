import type { ActionColumns, Behaviour } from '#domain/action.js';
import { KeyEncoder } from '../../csv-file/encode-keys.js';
import { IdColumn } from '../../csv-file/id-column.js';
import type { IdDictionary } from '../../csv-file/id-dictionary.js';

/** Objects of rows that may not pair, see pushOwn(): counted down from here, far from the codes of the dictionary. */
const OWN_OBJECT = 0xffffffff;
/** Rows in hand beyond what the part of the file that was read lets expect: rows are not all equally long. */
const MARGIN = 1.05;

export interface BufferedActions {
  readonly actions: ActionColumns;
  readonly accounts: IdDictionary;
  /** By code in `mention`; null where the rows have no content ids. */
  readonly contents: IdDictionary | null;
  /** Rows whose content was there before. */
  readonly repeatedContents: number;
}

/** Grows the columns of actions as rows come in. */
export class ActionBuffer {
  readonly #account = new IdColumn();
  readonly #content: IdColumn | null;
  #object = new Uint32Array(1 << 11);
  #time = new Float64Array(1 << 11);
  #length = 0;
  #ownObjects = 0;
  #rowsExpected = 0;

  constructor(withContents: boolean) {
    this.#content = withContents ? new IdColumn() : null;
  }

  /** Tells how large a share of the file the rows so far are, so that the columns can grow to their last size at once. */
  expect(share: number): void {
    this.#rowsExpected = Math.ceil((this.#length / share) * MARGIN);
  }

  pushAccount(bytes: Uint8Array, start: number, end: number): void {
    this.#account.push(bytes, start, end);
  }

  pushContent(bytes: Uint8Array, start: number, end: number): void {
    this.#content?.push(bytes, start, end);
  }

  /** Completes a row, whose account and content have been pushed. */
  push(object: number, time: number): void {
    if (this.#length === this.#time.length)
      this.#reserve(Math.max(this.#rowsExpected, this.#length + (this.#length >> 2)));
    this.#object[this.#length] = object;
    this.#time[this.#length] = time;
    this.#length += 1;
  }

  /** Completes a row on an object of its own. */
  pushOwn(time: number): void {
    this.push(OWN_OBJECT - this.#ownObjects++, time);
  }

  /** The columns, when `objects` are in the dictionary of objects; the buffer is empty afterwards. */
  actions(behaviour: Behaviour, objects: number): BufferedActions {
    const length = this.#length;
    const encoder = new KeyEncoder();
    const contents = this.#content?.encoded(encoder);
    const account = this.#account.encoded(encoder);
    const columns: ActionColumns = {
      behaviour,
      length,
      account: account.codes,
      object: this.#objects(objects),
      time: this.#time.subarray(0, length),
      mention: contents?.codes ?? new Uint32Array(length).map((_, row) => row),
      accountCount: account.ids.length,
      objectCount: objects + this.#ownObjects,
    };
    const repeatedContents = contents === undefined ? 0 : length - contents.ids.length;
    return { actions: columns, accounts: account.ids, contents: contents?.ids ?? null, repeatedContents };
  }

  #objects(known: number): Uint32Array {
    const object = this.#object.subarray(0, this.#length);
    for (let row = 0; this.#ownObjects > 0 && row < object.length; row++) {
      const code = object[row]!;
      if (code >= known) object[row] = known + (OWN_OBJECT - code);
    }
    return object;
  }

  #reserve(rows: number): void {
    const object = new Uint32Array(rows);
    object.set(this.#object);
    this.#object = object;
    const time = new Float64Array(rows);
    time.set(this.#time);
    this.#time = time;
    this.#account.reserve(rows);
    this.#content?.reserve(rows);
  }
}

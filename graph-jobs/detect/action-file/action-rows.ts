import { freeBuffers } from '#platform/free-memory.js';
import { IdColumn } from '../../csv-file/id-column.js';
import { CodeColumn } from './code-column.js';
import { TimeColumn, type TimeSteps } from './time-column.js';

/** Objects of rows that may not pair, see pushOwn(): counted down from here, far from the codes of the dictionary. */
const OWN_OBJECT = 0xffffffff;
/** Rows in hand beyond what the part of the file that was read lets expect: rows are not all equally long. */
const MARGIN = 1.25;
/** Enough to tell by their part of the file how many there will be. */
const FIRST_ROWS = 1 << 14;

/** Columns of actions that grow as rows come in, and are then given away one by one: the largest thing in memory by far. */
export class ActionRows {
  readonly accounts = new IdColumn();
  /** Null where the rows have no content ids. */
  readonly contents: IdColumn | null;
  readonly #objects = new CodeColumn();
  readonly #times = new TimeColumn();
  #length = 0;
  #room = 1 << 11;
  #ownObjects = 0;
  #rowsExpected = FIRST_ROWS;

  constructor(withContents: boolean) {
    this.contents = withContents ? new IdColumn() : null;
  }

  get length(): number {
    return this.#length;
  }

  /** Tells how large a share of the file the rows so far are, so that the columns can grow to their last size at once. */
  expect(share: number): void {
    if (this.#length >= FIRST_ROWS) this.#rowsExpected = Math.ceil((this.#length / share) * MARGIN);
  }

  /** Completes a row, whose account and content have been pushed. */
  push(object: number, time: number): void {
    if (this.#length === this.#room) this.#reserve(Math.max(this.#rowsExpected, this.#room + (this.#room >> 2)));
    this.#objects.put(this.#length, object);
    this.#times.put(this.#length, time);
    this.#length += 1;
  }

  /** Completes a row on an object of its own. */
  pushOwn(time: number): void {
    this.push(OWN_OBJECT - this.#ownObjects++, time);
  }

  /** How many objects there are, when `known` are in the dictionary of objects. */
  objectCount(known: number): number {
    return known + this.#ownObjects;
  }

  /** The codes of the objects, own ones above those of the dictionary; no longer held here afterwards. */
  takeObjects(known: number): Uint16Array | Uint32Array {
    const objects = this.#objects.taken(this.#length);
    for (let row = 0; this.#ownObjects > 0 && row < objects.length; row++) {
      const code = objects[row]!;
      if (code >= known) objects[row] = known + (OWN_OBJECT - code);
    }
    return objects;
  }

  /** No longer held here afterwards. */
  takeTimes(): TimeSteps {
    return this.#times.taken(this.#length);
  }

  #reserve(rows: number): void {
    this.accounts.reserve(rows);
    this.contents?.reserve(rows);
    this.#objects.reserve(rows);
    this.#times.reserve(rows);
    this.#room = rows;
    freeBuffers();
  }
}

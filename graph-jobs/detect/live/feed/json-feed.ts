import { MAX_RECORD_BYTES } from '../../../csv-file/record-scanner.js';
import { timeFault, timeOfField } from '../../../csv-file/time-field.js';
import type { ActionFileMapping } from '../../action-file/action-file-mapping.js';
import { type FeedPosition, type FeedReader, type FeedRow, lastBytes, START } from './feed-reader.js';

const NEWLINE = 10;
const decoder = new TextDecoder();

/**
 * Reads JSON Lines that grow, an object a line. The mapping names fields, those of objects inside by dots (`author.id`).
 * Where the object of the action is a list, as hashtags and links are, each element makes an action; where it is missing, the
 * line acts on nothing.
 */
export class JsonFeed implements FeedReader {
  /** A line is a record, whatever stands in it. */
  readonly openQuote = null;
  #pending: Uint8Array = new Uint8Array(0);
  #before: Uint8Array;
  #offset: number;
  #line: number;

  constructor(
    private readonly mapping: ActionFileMapping,
    from: FeedPosition = START,
  ) {
    this.#before = Buffer.from(from.before, 'base64');
    this.#offset = from.offset;
    this.#line = from.line;
  }

  get position(): FeedPosition {
    const before = Buffer.from(this.#before).toString('base64');
    return { offset: this.#offset, line: this.#line, header: null, before };
  }

  get unfinished(): number {
    return this.#pending.length;
  }

  push(chunk: Uint8Array, last = false): FeedRow[] {
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const whole = last || bytes.length > MAX_RECORD_BYTES;
    const end = bytes.lastIndexOf(NEWLINE) + 1 || (whole ? bytes.length : 0);
    const rows: FeedRow[] = [];
    for (let at = 0; at < (last ? bytes.length : end); this.#line++) {
      const next = bytes.indexOf(NEWLINE, at) + 1 || bytes.length;
      const text = decoder.decode(bytes.subarray(at, next)).trim();
      if (text !== '') rows.push(this.#row(text));
      at = next;
    }
    this.#pending = last ? new Uint8Array(0) : bytes.slice(end);
    const read = bytes.length - this.#pending.length;
    this.#before = lastBytes(this.#before, bytes.subarray(0, read));
    this.#offset += read;
    return rows;
  }

  #row(text: string): FeedRow {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return this.#fault('', 'is not a JSON object');
      return this.#actions(value);
    } catch (error) {
      return this.#fault('', `is not JSON: ${(error as Error).message}`);
    }
  }

  #actions(value: object): FeedRow {
    const { object, account, time, content } = this.mapping;
    const objects = [fieldOf(value, object) ?? []].flat();
    if (objects.length === 0) return { actions: [] };
    const at = Buffer.from(String(fieldOf(value, time)));
    const when = timeOfField(at, 0, at.length);
    if (Number.isNaN(when)) return this.#fault('time', timeFault(at, 0, at.length));
    const who = idOf(fieldOf(value, account));
    if (who === null) return this.#fault('account', NO_ID);
    const post = content === undefined ? null : idOf(fieldOf(value, content));
    if (post === null && content !== undefined) return this.#fault('content', NO_ID);
    const ids = objects.map(idOf);
    if (ids.includes(null)) return this.#fault('object', NO_ID);
    const distinct = new Set(ids as string[]);
    return { actions: Array.from(distinct, (one) => ({ account: who, object: one, content: post, time: when })) };
  }

  #fault(field: string, reason: string): FeedRow {
    return { line: this.#line, field, reason };
  }
}

const NO_ID = 'empty, or no text, or a number too large for JSON: write long ids as text';

function fieldOf(value: unknown, path: string): unknown {
  return path.split('.').reduce((inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name], value);
}

/** JSON rounds whole numbers beyond 2^53: two accounts would become one. */
function idOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

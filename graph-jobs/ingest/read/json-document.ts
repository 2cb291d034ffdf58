import { isUtf8 } from 'node:buffer';
import { JSONParser } from '@streamparser/json';
import { type RawRow, type RawRows, WHOLE_FILE, WHOLE_ROW } from './raw-row.js';
import { READ_LIMITS, type ReadLimits } from './read-limits.js';
import type { SourceFile } from './source-file.js';

/**
 * Reads a JSON document as it streams by: the elements of its top-level array, or the one object that it is. `line` of a
 * row is the ordinal of the element, from 1. A syntax error ends the reading, as nothing behind it can be told apart for
 * sure; what was complete before is given, and the place is named.
 */
export async function* readJsonDocument(
  source: SourceFile,
  top: 'array' | 'object',
  limits: ReadLimits = READ_LIMITS,
): RawRows<unknown> {
  const reader = new DocumentReader(top);
  for await (const chunk of source.chunks()) {
    const fault = reader.write(chunk) ?? reader.oversized(limits.valueBytes);
    yield reader.take();
    if (fault !== null) {
      source.damage = fault;
      break;
    }
  }
  source.damage ??= reader.unfinished();
  if (source.damage !== null) yield [{ line: reader.next, field: WHOLE_FILE, fault: source.damage, raw: '' }];
}

class DocumentReader {
  readonly #parser: JSONParser;
  #rows: RawRow<unknown>[] = [];
  #error: Error | null = null;
  #bytes = 0;
  #lastValueAt = 0;
  #invalidBytes = false;
  #carry: Buffer = Buffer.alloc(0);
  /** Ordinal of the element that comes next. */
  next = 1;

  constructor(top: 'array' | 'object') {
    this.#parser = new JSONParser(
      top === 'array' ? { paths: ['$.*'], keepStack: false } : { paths: ['$'], separator: '' },
    );
    this.#parser.onValue = ({ value }) => this.#add(value);
    this.#parser.onError = (error) => {
      this.#error ??= error;
    };
    this.#parser.onEnd = () => undefined;
  }

  /** What is wrong with the document, or null. */
  write(chunk: Buffer): string | null {
    this.#bytes += chunk.length;
    try {
      this.#parser.write(this.#wholeCharacters(chunk));
    } catch (error) {
      this.#error ??= error as Error;
    }
    return this.#error === null ? null : `JSON syntax error in element ${this.next}: ${this.#error.message}`;
  }

  take(): readonly RawRow<unknown>[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  oversized(most: number): string | null {
    if (this.#bytes - this.#lastValueAt <= most) return null;
    return `element ${this.next} is larger than ${most} bytes`;
  }

  unfinished(): string | null {
    if (this.#parser.isEnded) return null;
    try {
      this.#parser.end();
    } catch (error) {
      this.#error ??= error as Error;
    }
    return this.#error === null ? null : `the document ends in the middle, in or after element ${this.next}`;
  }

  #add(value: unknown): void {
    const line = this.next;
    this.next += 1;
    this.#lastValueAt = this.#bytes;
    const damaged = this.#invalidBytes && JSON.stringify(value).includes('\ufffd');
    this.#rows.push(damaged ? { line, field: WHOLE_ROW, fault: 'is not valid UTF-8', raw: value } : { line, value });
  }

  /**
   * The characters that are complete with this chunk. The parser trusts its bytes, so invalid ones are replaced first;
   * from then on, values with a replacement character are suspect.
   */
  #wholeCharacters(chunk: Buffer): Buffer {
    const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
    let end = bytes.length;
    while (end > 0 && bytes.length - end < 3 && isContinuation(bytes[end - 1]!)) end -= 1;
    end = end > 0 && bytes[end - 1]! >= 0xc0 ? end - 1 : bytes.length;
    const whole = bytes.subarray(0, end);
    this.#carry = bytes.subarray(end);
    if (isUtf8(whole)) return whole;
    this.#invalidBytes = true;
    return Buffer.from(whole.toString('utf8'));
  }
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

import { NO_ROW } from '#domain/mention-columns.js';
import { ByteDictionary } from '../../csv-file/byte-dictionary.js';
import { CsvReader, type CsvRows, type Fault, type RowTally } from '../../csv-file/csv-reader.js';
import { IdColumn } from '../../csv-file/id-column.js';
import { timeFault, timeOfField } from '../../csv-file/time-field.js';
import type { PlaceCodes } from '../cascades/place-codes.js';
import { canonicalMentions } from './canonical-mentions.js';
import type { FileMentions } from './file-mentions.js';
import type { MentionFileMapping } from './mention-file-mapping.js';
import { NumberColumn } from './number-column.js';

const BAD_FOLLOWERS: Fault = { field: 'followers', reason: 'not a whole number of 0 or more' };
const MOST_DIGITS = 15;

export interface MentionFile extends RowTally {
  readonly mentions: FileMentions;
}

/**
 * Reads mentions from the bytes of a CSV (UTF-8, first record names the columns and tells the delimiter) as they come in.
 * Memory is that of the columns and the ids.
 */
export class MentionFileReader implements CsvRows {
  readonly columns: MentionFileMapping;
  readonly hint = 'name the columns with --map';
  readonly #csv = new CsvReader(this);
  /** Each row's own id and, where it names a parent, that one's after it: one dictionary for both. */
  readonly #ids = new IdColumn();
  readonly #accounts = new IdColumn();
  readonly #ownAt = new NumberColumn((length) => new Uint32Array(length));
  readonly #time = new NumberColumn((length) => new Float64Array(length));
  readonly #followers: NumberColumn<Float64Array> | null;
  readonly #platform: PlaceColumn | null;
  readonly #region: PlaceColumn | null;
  #column = { mention: 0, parent: 0, account: 0, time: 0, followers: -1, platform: -1, region: -1 };

  constructor(mapping: MentionFileMapping) {
    this.columns = mapping;
    this.#followers = mapping.followers === null ? null : new NumberColumn((length) => new Float64Array(length));
    this.#platform = mapping.platform === null ? null : new PlaceColumn();
    this.#region = mapping.region === null ? null : new PlaceColumn();
  }

  open(column: (field: string) => number): void {
    for (const field of Object.keys(this.#column) as (keyof MentionFileMapping)[]) this.#column[field] = column(field);
  }

  push(chunk: Uint8Array): void {
    this.#csv.push(chunk);
  }

  /** The mentions in canonical order; the reader is empty afterwards. */
  finish(): MentionFile {
    const tally = this.#csv.finish();
    const { codes, ids } = this.#ids.encoded();
    const account = this.#accounts.encoded();
    const mentions = canonicalMentions({
      ...{ ids, idCodes: codes, ownAt: this.#ownAt.values(), publishedAt: this.#time.values() },
      ...{ account: account.codes, accounts: account.ids },
      followers: this.#followers?.values() ?? null,
      platform: this.#platform?.codes() ?? null,
      region: this.#region?.codes() ?? null,
    });
    return { ...tally, mentions };
  }

  row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): Fault | null {
    const { mention, parent, account, time, followers, platform, region } = this.#column;
    const at = timeOfField(bytes, starts[time]!, ends[time]!);
    if (Number.isNaN(at)) return { field: 'time', reason: timeFault(bytes, starts[time]!, ends[time]!) };
    if (ends[mention]! <= starts[mention]!) return { field: 'mention', reason: 'empty' };
    if (ends[account]! <= starts[account]!) return { field: 'account', reason: 'empty' };
    if (this.#followers !== null) {
      const known = wholeNumber(bytes, starts[followers]!, ends[followers]!);
      if (known === null) return BAD_FOLLOWERS;
      this.#followers.push(known);
    }
    this.#platform?.push(bytes, starts[platform]!, ends[platform]!);
    this.#region?.push(bytes, starts[region]!, ends[region]!);
    this.#ownAt.push(this.#ids.length);
    this.#ids.push(bytes, starts[mention]!, ends[mention]!);
    if (ends[parent]! > starts[parent]!) this.#ids.push(bytes, starts[parent]!, ends[parent]!);
    this.#accounts.push(bytes, starts[account]!, ends[account]!);
    this.#time.push(at);
    return null;
  }
}

/** Names of places by row; an empty one is unknown. */
class PlaceColumn {
  readonly #names = new ByteDictionary();
  readonly #codes = new NumberColumn((length) => new Uint32Array(length));

  push(bytes: Uint8Array, start: number, end: number): void {
    this.#codes.push(end > start ? this.#names.codeOf(bytes, start, end) : NO_ROW);
  }

  codes(): PlaceCodes {
    return { codes: this.#codes.values(), names: this.#names };
  }
}

/** NaN where it is empty, null where it is none. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number | null {
  if (end <= start) return Number.NaN;
  if (end - start > MOST_DIGITS) return null;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}

import { MENTION_KINDS } from '#domain/mention.js';
import type {
  ColumnAccount,
  MentionColumns,
  ObjectColumns,
  StringColumn,
  TextColumn,
} from '#domain/mention-columns.js';
import { MOST_TEXT, NO_ROW } from '#domain/mention-columns.js';
import { PackedDictionary } from '#domain/packed-dictionary.js';
import { PackedStrings } from '#domain/packed-strings.js';
import type { CarriedColumns } from '#domain/ports/issue-store.js';
import { NO_TEXT } from '#domain/sentiment.js';
import { FloatColumn, SmallColumn, WordColumn } from './growing-columns.js';
import { type KeyCodes, type KeyCoding, type RowKeys, StringCodes } from './key-codes.js';

const REPOST = MENTION_KINDS.indexOf('REPOST');

/** One mention on its way into the columns; `Key` is what a store calls its rows by. */
export interface ColumnRow<Key> {
  readonly key: Key;
  readonly id: string;
  readonly publishedAt: number;
  readonly kind: number;
  readonly stream: number;
  readonly platform: string;
  readonly accountKey: Key;
  readonly parentKey: Key | null;
  readonly regionCode: string | null;
  readonly urls: readonly string[];
  readonly hashtags: readonly string[];
  readonly mediaHashes: readonly string[];
  /** Null where texts are not asked for. */
  readonly text: string | null;
}

/** Builds MentionColumns from rows ordered by (time, id); all codes follow first appearance, as MentionColumns says. */
export class ColumnsBuilder<Key, Codes extends KeyCodes<Key>> {
  /** What was named so far; a store reads what the keys stand for, in this order. */
  readonly accounts: Codes;
  readonly parents: Codes;
  readonly #publishedAt = new FloatColumn();
  readonly #kind = new SmallColumn();
  readonly #stream = new SmallColumn();
  readonly #platform = new SmallColumn();
  readonly #account = new WordColumn();
  readonly #namedParent = new WordColumn();
  readonly #region = new WordColumn();
  readonly #ids = new PackedStrings();
  readonly #keys: RowKeys<Key>;
  readonly #platforms = new StringCodes();
  readonly #regions = new StringCodes();
  readonly #links = new Objects();
  readonly #hashtags = new Objects();
  readonly #media = new Objects();
  readonly #texts: Texts | null;
  readonly #sentiment: Sentiments | null;

  constructor(coding: KeyCoding<Key, Codes>, { texts = false, sentimentOf }: CarriedColumns = {}) {
    this.#texts = texts ? new Texts() : null;
    this.#sentiment = sentimentOf === undefined ? null : new Sentiments(sentimentOf);
    this.accounts = coding.codes();
    this.parents = coding.codes();
    this.#keys = coding.rowKeys(this.#ids);
  }

  get length(): number {
    return this.#ids.length;
  }

  add(row: ColumnRow<Key>): void {
    const at = this.length;
    this.#keys.push(row.key);
    this.#publishedAt.push(row.publishedAt);
    this.#kind.push(row.kind);
    this.#stream.push(row.stream);
    this.#platform.push(this.#platforms.codeOf(row.platform));
    this.#account.push(this.accounts.codeOf(row.accountKey));
    this.#namedParent.push(row.parentKey === null ? NO_ROW : this.parents.codeOf(row.parentKey));
    this.#region.push(row.regionCode === null ? NO_ROW : this.#regions.codeOf(row.regionCode));
    this.#ids.push(row.id);
    this.#links.add(at, row.urls);
    this.#hashtags.add(at, row.hashtags);
    this.#media.add(at, row.mediaHashes);
    const text = row.kind === REPOST ? '' : (row.text ?? '').slice(0, MOST_TEXT);
    this.#texts?.add(text);
    this.#sentiment?.add(text);
  }

  build(accounts: readonly ColumnAccount[], parents: StringColumn): MentionColumns {
    const namedParent = this.#namedParent.values();
    const rowOfParent = this.#rowsOfParents();
    return {
      length: this.length,
      publishedAt: this.#publishedAt.values(),
      kind: this.#kind.values(),
      stream: this.#stream.values(),
      account: this.#account.values(),
      parent: namedParent.map((code) => (code === NO_ROW ? NO_ROW : rowOfParent[code]!)),
      namedParent,
      region: this.#region.values(),
      platform: this.#platform.values(),
      ids: this.#ids,
      accounts,
      parents,
      regions: this.#regions.values,
      platforms: this.#platforms.values,
      hashtags: this.#hashtags.columns(),
      links: this.#links.columns(),
      media: this.#media.columns(),
      texts: this.#texts?.column() ?? null,
      sentiment: this.#sentiment?.column() ?? null,
    };
  }

  /** Parents are far fewer than rows: asking each row at the end whether it is one takes less memory than a row by key. */
  #rowsOfParents(): Uint32Array {
    const rows = new Uint32Array(this.parents.length).fill(NO_ROW);
    if (rows.length === 0) return rows;
    for (let row = 0; row < this.length; row += 1) {
      const code = this.parents.find(this.#keys.at(row));
      if (code !== NO_ROW) rows[code] = row;
    }
    return rows;
  }
}

/** A mention that says one thing twice has one pair for it. */
class Objects {
  readonly #mention = new WordColumn();
  readonly #object = new WordColumn();
  readonly #values = new StringCodes();

  add(mention: number, values: readonly string[]): void {
    for (const value of values.length > 1 ? new Set(values) : values) {
      this.#mention.push(mention);
      this.#object.push(this.#values.codeOf(value));
    }
  }

  columns(): ObjectColumns {
    const mention = this.#mention.values();
    return { length: mention.length, mention, object: this.#object.values(), values: this.#values.values };
  }
}

class Texts {
  readonly #text = new WordColumn();
  readonly #values = new PackedDictionary();

  add(text: string): void {
    this.#text.push(text === '' ? NO_ROW : this.#values.codeOf(text));
  }

  column(): TextColumn {
    return { text: this.#text.values(), values: this.#values };
  }
}

class Sentiments {
  readonly #codes = new SmallColumn();

  constructor(private readonly sentimentOf: (text: string) => number) {}

  add(text: string): void {
    this.#codes.push(text === '' ? NO_TEXT : this.sentimentOf(text));
  }

  column(): Uint8Array {
    return this.#codes.values();
  }
}

/** Whether rows must have their texts. */
export function needsTexts({ texts = false, sentimentOf }: CarriedColumns = {}): boolean {
  return texts || sentimentOf !== undefined;
}

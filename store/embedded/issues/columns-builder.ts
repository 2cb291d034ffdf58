import type { ColumnAccount, MentionColumns, ObjectColumns, StringColumn } from '#domain/mention-columns.js';
import { NO_ROW } from '#domain/mention-columns.js';
import { PackedStrings } from '#domain/packed-strings.js';
import { FloatColumn, KeyCodes, SmallColumn, WordColumn } from './growing-columns.js';

/** One mention on its way into the columns; keys are small whole numbers that a store calls its rows by. */
export interface ColumnRow {
  readonly key: number;
  readonly id: string;
  readonly publishedAt: number;
  readonly kind: number;
  readonly stream: number;
  readonly platform: string;
  readonly accountKey: number;
  readonly parentKey: number | null;
  readonly regionCode: string | null;
  readonly urls: readonly string[];
  readonly hashtags: readonly string[];
}

/** Builds MentionColumns from rows ordered by (time, id); all codes follow first appearance, as MentionColumns says. */
export class ColumnsBuilder {
  readonly #publishedAt = new FloatColumn();
  readonly #kind = new SmallColumn();
  readonly #stream = new SmallColumn();
  readonly #platform = new SmallColumn();
  readonly #account = new WordColumn();
  readonly #namedParent = new WordColumn();
  readonly #region = new WordColumn();
  readonly #ids = new PackedStrings();
  readonly #rowOf = new KeyCodes();
  readonly #accounts = new KeyCodes();
  readonly #parents = new KeyCodes();
  readonly #platforms = new Dictionary();
  readonly #regions = new Dictionary();
  readonly #links = new Objects();
  readonly #hashtags = new Objects();

  get length(): number {
    return this.#ids.length;
  }

  add(row: ColumnRow): void {
    const at = this.#rowOf.codeOf(row.key);
    this.#publishedAt.push(row.publishedAt);
    this.#kind.push(row.kind);
    this.#stream.push(row.stream);
    this.#platform.push(this.#platforms.codeOf(row.platform));
    this.#account.push(this.#accounts.codeOf(row.accountKey));
    this.#namedParent.push(row.parentKey === null ? NO_ROW : this.#parents.codeOf(row.parentKey));
    this.#region.push(row.regionCode === null ? NO_ROW : this.#regions.codeOf(row.regionCode));
    this.#ids.push(row.id);
    this.#links.add(at, row.urls);
    this.#hashtags.add(at, row.hashtags);
  }

  /** `accounts` and `parents` read what keys stand for, in their order. */
  build(
    accounts: (keys: Uint32Array) => ColumnAccount[],
    parents: (keys: Uint32Array) => StringColumn,
  ): MentionColumns {
    const namedParent = this.#namedParent.values();
    const parentKeys = this.#parents.keys();
    const rowOfParent = parentKeys.map((key) => this.#rowOf.find(key));
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
      accounts: accounts(this.#accounts.keys()),
      parents: parents(parentKeys),
      regions: this.#regions.values,
      platforms: this.#platforms.values,
      hashtags: this.#hashtags.columns(),
      links: this.#links.columns(),
    };
  }
}

class Dictionary {
  readonly values: string[] = [];
  readonly #codes = new Map<string, number>();

  codeOf(value: string): number {
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(value);
      this.#codes.set(value, code);
    }
    return code;
  }
}

/** A mention that says one thing twice has one pair for it. */
class Objects {
  readonly #mention = new WordColumn();
  readonly #object = new WordColumn();
  readonly #values = new Dictionary();

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

import { NO_ROW, type StringColumn } from '#domain/mention-columns.js';
import { orderByTime } from '#domain/order-by-time.js';
import { PackedDictionary } from '#domain/packed-dictionary.js';
import { PackedStrings } from '#domain/packed-strings.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { canonicalLink } from '../detect/actions/canonical-link.js';
import { DistinctTexts } from '../detect/near-duplicates/distinct-texts.js';
import { textClusters } from '../detect/near-duplicates/text-clusters.js';
import { DEFAULT_TEXT_PARAMETERS } from '../detect/near-duplicates/text-parameters.js';
import { BASELINE_HOURS, HOUR } from './burst-parameters.js';
import { GrowingColumn } from './growing-column.js';
import type { MentionObjects } from './mention-objects.js';
import type { ObservedMention } from './observed-mention.js';

const EXCERPT = 200;
const codes = () => new GrowingColumn((length) => new Uint32Array(length));
const bytes = () => new GrowingColumn((length) => new Uint8Array(length));

/** Unix milliseconds. */
interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const ALWAYS: TimeSpan = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

export interface ObserverOptions {
  /** Whether to hold the beginnings of texts: where no store can be asked for them. */
  readonly excerpts: boolean;
  /** Accounts that agencies declare; null where nobody knows. */
  readonly declared: ReadonlySet<string> | null;
}

/**
 * Takes mentions as they come and makes columns of them. A repost repeats its parent without a choice of its own, as in
 * co-action: it is left out, as
 * is a mention that came before. A text that is said again after a longer silence than the baseline is a new one.
 */
export class MentionObserver {
  readonly #time = new GrowingColumn((length) => new Float64Array(length));
  readonly #account = codes();
  readonly #platform = bytes();
  readonly #news = bytes();
  readonly #text = codes();
  readonly #ids = new PackedDictionary();
  readonly #excerpts: PackedStrings | null;
  readonly #accounts = new PackedDictionary();
  readonly #platforms: string[] = [];
  readonly #hashtags = new CarriedObjects((hashtag) => hashtag.normalize('NFKC').toLowerCase());
  readonly #links = new CarriedObjects(canonicalLink);
  readonly #texts = new DistinctTexts();

  readonly #declared: ReadonlySet<string> | null;

  constructor({ excerpts, declared }: ObserverOptions) {
    this.#excerpts = excerpts ? new PackedStrings() : null;
    this.#declared = declared;
  }

  get length(): number {
    return this.#time.length;
  }

  add(mention: ObservedMention): void {
    const row = this.length;
    if (mention.kind === 'REPOST' || this.#ids.codeOf(mention.id) !== row) return;
    this.#time.push(mention.publishedAt);
    this.#account.push(this.#accounts.codeOf(mention.accountId));
    this.#platform.push(this.#platformCode(mention.platform));
    this.#news.push(mention.stream === 'NEWS' ? 1 : 0);
    this.#text.push(this.#texts.codeOf(mention.text));
    this.#excerpts?.push(mention.text.slice(0, EXCERPT));
    this.#hashtags.add(row, mention.hashtags);
    this.#links.add(row, mention.urls);
  }

  /** What was published from `from` up to, but not in, `to`. Throw from `onProgress` to stop. */
  finish(span: TimeSpan = ALWAYS, onProgress: ProgressListener = () => undefined): MentionObjects {
    const order = this.#within(span, this.#canonicalOrder());
    const moved = <C extends Float64Array | Uint32Array | Uint8Array>(column: C): C =>
      column.slice(0, order.length).map((_, row) => column[order[row]!]!) as C;
    const rowOf = new Uint32Array(this.length).fill(NO_ROW);
    for (const [row, came] of order.entries()) rowOf[came] = row;
    const time = moved(this.#time.taken());
    const posts = { length: order.length, text: moved(this.#text.taken()), time };
    const windowMs = BASELINE_HOURS * HOUR;
    const { cluster, source } = textClusters(this.#texts, posts, { ...DEFAULT_TEXT_PARAMETERS, windowMs }, onProgress);
    const ids = reordered(this.#ids, order);
    const hashtags = this.#hashtags.length;
    const links = this.#links.length;
    const objectCount = hashtags + links + source.length;
    const kind = new Uint8Array(objectCount).fill(1, hashtags).fill(2, hashtags + links);
    return {
      ...{ length: order.length, time, ids, objectCount, kind },
      account: moved(this.#account.taken()),
      platform: moved(this.#platform.taken()),
      news: moved(this.#news.taken()),
      accounts: this.#accounts,
      declared: this.#declaredAccounts(),
      platforms: this.#platforms,
      excerpts: this.#excerpts === null ? null : reordered(this.#excerpts, order),
      ...byObject(objectCount, (each) => {
        const carried = (row: number, object: number) => rowOf[row] !== NO_ROW && each(rowOf[row]!, object);
        this.#hashtags.tell(carried);
        this.#links.tell((row, object) => carried(row, hashtags + object));
        for (const [row, own] of cluster.entries()) if (own !== NO_ROW) each(row, hashtags + links + own);
      }),
      nameOf: (object) => {
        if (object < hashtags) return this.#hashtags.nameOf(object);
        if (object < hashtags + links) return this.#links.nameOf(object - hashtags);
        return ids.at(source[object - hashtags - links]!);
      },
    };
  }

  #declaredAccounts(): Uint8Array | null {
    const declared = this.#declared;
    if (declared === null) return null;
    return Uint8Array.from({ length: this.#accounts.length }, (_, code) =>
      declared.has(this.#accounts.at(code)) ? 1 : 0,
    );
  }

  #platformCode(platform: string): number {
    const code = this.#platforms.indexOf(platform);
    return code >= 0 ? code : this.#platforms.push(platform) - 1;
  }

  /** Of rows in the order of time. */
  #within({ from, to }: TimeSpan, order: Uint32Array): Uint32Array {
    const time = this.#time.taken();
    const first = order.findIndex((row) => time[row]! >= from);
    const end = order.findIndex((row) => time[row]! >= to);
    return first === -1 ? order.subarray(0, 0) : order.subarray(first, end === -1 ? order.length : end);
  }

  /** By (time, id), so that nothing hangs on the order in which a store or a file gives them. */
  #canonicalOrder(): Uint32Array {
    const time = this.#time.taken();
    const order = orderByTime(time) ?? Uint32Array.from({ length: time.length }, (_, row) => row);
    for (let first = 0, end = 1; first < order.length; first = end, end = first + 1) {
      while (end < order.length && time[order[end]!] === time[order[first]!]) end += 1;
      if (end - first > 1) sortById(order.subarray(first, end), this.#ids);
    }
    return order;
  }
}

function sortById(rows: Uint32Array, ids: StringColumn): void {
  const named = Array.from(rows, (row) => ({ row, id: ids.at(row) }));
  named.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  rows.set(named.map(({ row }) => row));
}

function reordered(column: StringColumn, order: Uint32Array): StringColumn {
  return { length: order.length, at: (row) => column.at(order[row]!) };
}

/** Pairs by object, rows ascending: a counting sort, told twice. */
function byObject(objectCount: number, tell: (each: (row: number, object: number) => void) => void) {
  const start = new Uint32Array(objectCount + 1);
  tell((_, object) => {
    start[object + 1]!++;
  });
  for (let object = 0; object < objectCount; object++) start[object + 1]! += start[object]!;
  const next = start.slice(0, objectCount);
  const rows = new Uint32Array(start[objectCount]!);
  tell((row, object) => {
    rows[next[object]!++] = row;
  });
  for (let object = 0; object < objectCount; object++) rows.subarray(start[object]!, start[object + 1]!).sort();
  return { start, rows };
}

/** Objects that mentions name themselves; names of which `fold` makes the same are one, and count once in a mention. */
class CarriedObjects {
  readonly #fold: (name: string) => string;
  readonly #raw = new PackedDictionary();
  readonly #names = new PackedDictionary();
  readonly #objectOfRaw = codes();
  readonly #row = codes();
  readonly #object = codes();

  constructor(fold: (name: string) => string) {
    this.#fold = fold;
  }

  get length(): number {
    return this.#names.length;
  }

  add(row: number, names: readonly string[]): void {
    if (names.length === 0) return;
    const objects = names.map((name) => this.#objectOf(name));
    for (const object of new Set(objects)) {
      this.#row.push(row);
      this.#object.push(object);
    }
  }

  tell(each: (row: number, object: number) => void): void {
    const row = this.#row.taken();
    const object = this.#object.taken();
    for (let i = 0; i < row.length; i++) each(row[i]!, object[i]!);
  }

  nameOf(object: number): string {
    return this.#names.at(object);
  }

  /** Folding an address costs much more than finding it: it is done once for each that is different. */
  #objectOf(name: string): number {
    const raw = this.#raw.codeOf(name);
    if (raw === this.#objectOfRaw.length) this.#objectOfRaw.push(this.#names.codeOf(this.#fold(name)));
    return this.#objectOfRaw.taken()[raw]!;
  }
}

import type { MentionRecord } from '#domain/ingest-record.js';
import type { MentionKind, Stream } from '#domain/mention.js';
import { wellFormed } from './row-check.js';

/** What may change when a source tells more. */
export interface MentionContent {
  stream: Stream | null;
  text: string;
  urls: readonly string[];
  hashtags: readonly string[];
  mediaHashes: readonly string[];
  regionCode: string | null;
  language: string | null;
}

/** A mention as the batch sees it; a placeholder while `publishedAt` is null. `Key`: by what the adapter knows it. */
export interface MentionState<Key> extends MentionContent {
  readonly key: Key;
  readonly platform: string;
  readonly nativeId: string;
  kind: MentionKind | null;
  accountKey: Key | null;
  publishedAt: number | null;
  parentKey: Key | null;
  importLine: number | null;
  /** The row of this import that brought it. */
  seen: number | null;
  /** What the store has of it, null when it is new to it; the adapter sees from it what is to be written. */
  readonly stored: StoredMention<Key> | null;
  change: 'none' | 'filled' | 'updated';
}

/** What of a stored mention or placeholder an adapter reads. */
export type StoredMention<Key> = Readonly<Omit<MentionState<Key>, 'importLine' | 'stored' | 'change'>>;

const CONTENT = ['stream', 'text', 'regionCode', 'language'] as const;
const LISTS = ['urls', 'hashtags', 'mediaHashes'] as const;
const EMPTY: readonly string[] = [];

interface StoredMentions<Key> {
  readonly stored: Iterable<StoredMention<Key>>;
  readonly newKey: (platform: string, nativeId: string) => Key;
  /** The parent of a stored mention that the batch does not name. */
  readonly parentOf: (key: Key) => Key | null;
}

/** The mentions that one batch names, parents included: read together, changed in memory, written together. */
export class BatchMentions<Key> {
  readonly #source: StoredMentions<Key>;
  readonly #byName = new Map<string, MentionState<Key>>();
  readonly #byKey = new Map<Key, MentionState<Key>>();

  constructor(source: StoredMentions<Key>) {
    this.#source = source;
    for (const stored of source.stored) this.#keep({ ...stored, stored, importLine: null, change: 'none' });
  }

  get all(): Iterable<MentionState<Key>> {
    return this.#byKey.values();
  }

  find(platform: string, nativeId: string): MentionState<Key> | undefined {
    return this.#byName.get(`${platform}:${nativeId}`);
  }

  addPlaceholder(platform: string, nativeId: string): MentionState<Key> {
    return this.#keep({
      key: this.#source.newKey(platform, nativeId),
      platform,
      nativeId,
      kind: null,
      stream: null,
      accountKey: null,
      publishedAt: null,
      parentKey: null,
      text: '',
      urls: EMPTY,
      hashtags: EMPTY,
      mediaHashes: EMPTY,
      regionCode: null,
      language: null,
      importLine: null,
      seen: null,
      stored: null,
      change: 'none',
    });
  }

  /** Whether the chain of parents that starts at `from` reaches `target`. Two imports at once may have stored a circle. */
  leadsTo(from: MentionState<Key>, target: MentionState<Key>): boolean {
    const passed = new Set<Key>();
    for (let key: Key | null = from.key; key !== null && !passed.has(key); key = this.#parentOf(key)) {
      if (key === target.key) return true;
      passed.add(key);
    }
    return false;
  }

  #parentOf(key: Key): Key | null {
    const state = this.#byKey.get(key);
    return state === undefined ? this.#source.parentOf(key) : state.parentKey;
  }

  #keep(state: MentionState<Key>): MentionState<Key> {
    this.#byName.set(`${state.platform}:${state.nativeId}`, state);
    this.#byKey.set(state.key, state);
    return state;
  }
}

/** Takes over what the record says and the mention does not have yet; what a row leaves empty stays as stored. */
export function takeContent(state: MentionContent, record: MentionRecord): boolean {
  const said = {
    stream: record.stream,
    text: wellFormed(record.text),
    regionCode: record.regionCode,
    language: record.language === null ? null : wellFormed(record.language),
  };
  let changed = false;
  for (const field of CONTENT) {
    const value = said[field];
    if (value === null || value === '' || value === state[field]) continue;
    state[field] = value as never;
    changed = true;
  }
  for (const field of LISTS) {
    if (record[field].length === 0) continue;
    const values = record[field].map(wellFormed);
    if (sameList(values, state[field])) continue;
    state[field] = values;
    changed = true;
  }
  return changed;
}

/** Takes all content away, and tells whether there was any. The place in its cascade stays. */
export function dropContent(state: MentionContent): boolean {
  const held = state.text !== '' || LISTS.some((list) => state[list].length > 0) || state.regionCode !== null;
  state.text = '';
  for (const list of LISTS) state[list] = EMPTY;
  state.regionCode = null;
  return held;
}

/** Makes a placeholder, new or stored, the mention that the record tells of. */
export function fill<Key>(
  state: MentionState<Key>,
  record: MentionRecord,
  accountKey: Key,
  parentKey: Key | null,
): void {
  state.kind = record.kind;
  state.accountKey = accountKey;
  state.publishedAt = record.publishedAt;
  state.parentKey = parentKey;
  state.change = 'filled';
  takeContent(state, record);
}

export function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

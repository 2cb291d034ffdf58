import type { MentionRecord } from '#domain/ingest-record.js';
import { MENTION_KINDS, STREAMS } from '#domain/mention.js';
import type { Database } from '../database.js';
import { wellFormed } from './row-check.js';

/** What may change when a source tells more; lists are JSON, null when empty. */
interface MentionContent {
  stream: number | null;
  text: string;
  urls: string | null;
  hashtags: string | null;
  media_hashes: string | null;
  region_code: string | null;
  language: string | null;
}

/** A mention as the batch sees it; a placeholder while `published_at` is null. */
export interface MentionState extends MentionContent {
  readonly id: number;
  readonly platform_id: number;
  readonly native_id: string;
  kind: number | null;
  account_id: number | null;
  published_at: number | null;
  parent_id: number | null;
  import_line: number | null;
  /** The row of this import that brought it. */
  seen: number | null;
  /** Whether the row is in the table already, and what of it has to be written. */
  readonly stored: boolean;
  change: 'none' | 'filled' | 'updated';
  readonly storedText: string;
}

const CONTENT = ['stream', 'text', 'urls', 'hashtags', 'media_hashes', 'region_code', 'language'] as const;

// import_id stays with the import that brought the mention first: import_line says "brought" only for that one.
const LOAD = `SELECT m.id, m.platform_id, m.native_id, m.kind, m.account_id, m.published_at, m.parent_id,
    ${CONTENT.map((column) => `m.${column}`).join(', ')}, NULL AS import_line,
    coalesce(CASE WHEN m.import_id = ?1 THEN m.import_line END,
      (SELECT s.line FROM import_seen s WHERE s.import_id = ?1 AND s.mention_id = m.id)) AS seen
  FROM json_each(?3) j CROSS JOIN mention m INDEXED BY mention_by_native_id
    ON m.platform_id = ?2 AND m.native_id = j.value`;

/** The mentions that one batch names, parents included: read together, changed in memory; MentionWriter writes them. */
export class BatchMentions {
  readonly #database: Database;
  readonly #byKey = new Map<string, MentionState>();
  readonly #byId = new Map<number, MentionState>();
  #nextId: number;

  constructor(database: Database, importId: number, named: ReadonlyMap<number, ReadonlySet<string>>) {
    this.#database = database;
    this.#nextId = database.get<{ id: number }>('SELECT coalesce(max(id), 0) + 1 AS id FROM mention')!.id;
    for (const [platformId, nativeIds] of named)
      for (const row of database.all<MentionState>(LOAD, importId, platformId, JSON.stringify([...nativeIds])))
        this.#keep(Object.assign(row, { stored: true, change: 'none' as const, storedText: row.text }));
  }

  get all(): Iterable<MentionState> {
    return this.#byId.values();
  }

  find(platformId: number, nativeId: string): MentionState | undefined {
    return this.#byKey.get(`${platformId}:${nativeId}`);
  }

  addPlaceholder(platformId: number, nativeId: string): MentionState {
    const state: MentionState = {
      id: this.#nextId,
      platform_id: platformId,
      native_id: nativeId,
      kind: null,
      stream: null,
      account_id: null,
      published_at: null,
      parent_id: null,
      text: '',
      urls: null,
      hashtags: null,
      media_hashes: null,
      region_code: null,
      language: null,
      import_line: null,
      seen: null,
      stored: false,
      change: 'none',
      storedText: '',
    };
    this.#nextId += 1;
    return this.#keep(state);
  }

  /** Whether the chain of parents that starts at `from` reaches `target`. */
  leadsTo(from: MentionState, target: MentionState): boolean {
    for (let id: number | null = from.id; id !== null; id = this.#parentOf(id)) if (id === target.id) return true;
    return false;
  }

  #parentOf(id: number): number | null {
    const state = this.#byId.get(id);
    if (state !== undefined) return state.parent_id;
    return this.#database.get<{ parent_id: number | null }>('SELECT parent_id FROM mention WHERE id = ?', id)!
      .parent_id;
  }

  #keep(state: MentionState): MentionState {
    this.#byKey.set(`${state.platform_id}:${state.native_id}`, state);
    this.#byId.set(state.id, state);
    return state;
  }
}

/** Takes over what the record says and the mention does not have yet; what a row leaves empty stays as stored. */
export function takeContent(state: MentionState, record: MentionRecord): boolean {
  const said: MentionContent = {
    stream: STREAMS.indexOf(record.stream),
    text: wellFormed(record.text),
    urls: listColumn(record.urls),
    hashtags: listColumn(record.hashtags),
    media_hashes: listColumn(record.mediaHashes),
    region_code: record.regionCode,
    language: record.language === null ? null : wellFormed(record.language),
  };
  let changed = false;
  for (const column of CONTENT) {
    const value = said[column];
    if (value === null || value === '' || value === state[column]) continue;
    state[column] = value as never;
    changed = true;
  }
  return changed;
}

/** Makes a placeholder, new or stored, the mention that the record tells of. */
export function fill(state: MentionState, record: MentionRecord, accountId: number, parentId: number | null): void {
  state.kind = MENTION_KINDS.indexOf(record.kind);
  state.account_id = accountId;
  state.published_at = record.publishedAt;
  state.parent_id = parentId;
  state.change = 'filled';
  takeContent(state, record);
}

function listColumn(values: readonly string[]): string | null {
  return values.length === 0 ? null : JSON.stringify(values.map(wellFormed));
}

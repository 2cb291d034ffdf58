import type { AccountRecord } from '#domain/ingest-record.js';
import type { Pseudonymize } from '#platform/pseudonym.js';
import type { Database } from '../database.js';
import type { Platforms } from '../platforms.js';
import { wellFormed } from './row-check.js';

/** What a source can tell of an account; null while nobody told. */
interface AccountFacts {
  handle: string | null;
  display_name: string | null;
  followers: number | null;
  created_at: number | null;
  news_outlet: number | null;
  agency_id: string | null;
  layer: string | null;
}

export interface AccountState extends AccountFacts {
  readonly id: number;
  readonly pseudonym: string;
  told_at: number | null;
  readonly isNew: boolean;
  changed: boolean;
  /** Something was told, if only again: told_at has to be written. */
  told: boolean;
  handleChanged: boolean;
}

const FACTS = ['handle', 'display_name', 'followers', 'created_at', 'news_outlet', 'agency_id', 'layer'] as const;

const NOTHING_TOLD: AccountFacts = {
  handle: null,
  display_name: null,
  followers: null,
  created_at: null,
  news_outlet: null,
  agency_id: null,
  layer: null,
};

const LOAD = `SELECT a.id, a.pseudonym, ${FACTS.map((fact) => `a.${fact}`).join(', ')}, a.told_at
  FROM json_each(?) j CROSS JOIN account a INDEXED BY account_by_pseudonym ON a.pseudonym = j.value`;
const INSERT = `INSERT INTO account (id, platform_id, native_id, pseudonym, ${FACTS.join(', ')}, told_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const UPDATE = `UPDATE account SET ${FACTS.map((fact) => `${fact} = ?`).join(', ')}, told_at = ? WHERE id = ?`;

/** The accounts that one batch names: read together, changed in memory, written together. */
export class BatchAccounts {
  readonly #database: Database;
  readonly #platforms: Platforms;
  readonly #pseudonymize: Pseudonymize;
  readonly #pseudonyms = new Map<string, string>();
  readonly #states = new Map<string, AccountState>();
  readonly #natural = new Map<string, { platformId: number; nativeId: string }>();
  #nextId: number;

  constructor(database: Database, platforms: Platforms, pseudonymize: Pseudonymize, named: Iterable<AccountRecord>) {
    this.#database = database;
    this.#platforms = platforms;
    this.#pseudonymize = pseudonymize;
    this.#nextId = database.get<{ id: number }>('SELECT coalesce(max(id), 0) + 1 AS id FROM account')!.id;
    const wanted = new Set<string>();
    for (const account of named) wanted.add(this.#pseudonymOf(account));
    const flags = { isNew: false, changed: false, told: false, handleChanged: false };
    for (const row of database.all<AccountState>(LOAD, JSON.stringify([...wanted])))
      this.#states.set(row.pseudonym, Object.assign(row, flags));
  }

  find(record: AccountRecord): AccountState | undefined {
    return this.#states.get(this.#pseudonymOf(record));
  }

  /** The account with what the record tells of it. `at`: the time for which it does. */
  tell(record: AccountRecord, at: number): AccountState {
    const state = this.find(record) ?? this.#add(record);
    const newer = state.told_at === null || at >= state.told_at;
    let told = false;
    for (const [fact, value] of factsOf(record)) {
      told = true;
      if (state[fact] === value || (!newer && state[fact] !== null)) continue;
      if (fact === 'handle') state.handleChanged = true;
      state[fact] = value as never;
      state.changed = true;
    }
    if (told && newer && state.told_at !== at) {
      state.told_at = at;
      state.told = true;
    }
    return state;
  }

  /** Writes what changed. `renamed`: accounts that were stored before and have another handle now. */
  flush(): { accountsAdded: number; accountsUpdated: number; renamed: number[] } {
    const [insert, update] = [this.#database.prepare(INSERT), this.#database.prepare(UPDATE)];
    let [accountsAdded, accountsUpdated] = [0, 0];
    const renamed: number[] = [];
    for (const state of this.#states.values()) {
      const { id, pseudonym, handle, display_name, followers, created_at, news_outlet, agency_id, layer } = state;
      const facts = [handle, display_name, followers, created_at, news_outlet, agency_id, layer, state.told_at];
      if (state.isNew) {
        const { platformId, nativeId } = this.#natural.get(pseudonym)!;
        insert.run(id, platformId, nativeId, pseudonym, ...facts);
        accountsAdded += 1;
      } else if (state.changed || state.told) {
        update.run(...facts, id);
        if (state.changed) accountsUpdated += 1;
        if (state.handleChanged) renamed.push(id);
      }
    }
    return { accountsAdded, accountsUpdated, renamed };
  }

  #add(record: AccountRecord): AccountState {
    const pseudonym = this.#pseudonymOf(record);
    const flags = { isNew: true, changed: false, told: false, handleChanged: false };
    const state: AccountState = { id: this.#nextId, pseudonym, ...NOTHING_TOLD, told_at: null, ...flags };
    this.#nextId += 1;
    this.#states.set(pseudonym, state);
    const platformId = this.#platforms.findOrAdd(record.platform);
    this.#natural.set(pseudonym, { platformId, nativeId: record.nativeId });
    return state;
  }

  #pseudonymOf({ platform, nativeId }: AccountRecord): string {
    const key = `${platform}:${nativeId}`;
    let pseudonym = this.#pseudonyms.get(key);
    if (pseudonym === undefined) {
      pseudonym = this.#pseudonymize(platform, nativeId);
      this.#pseudonyms.set(key, pseudonym);
    }
    return pseudonym;
  }
}

function* factsOf(record: AccountRecord): Iterable<[keyof AccountFacts, string | number]> {
  if (record.handle !== undefined) yield ['handle', wellFormed(record.handle)];
  if (record.displayName !== undefined) yield ['display_name', wellFormed(record.displayName)];
  if (record.followers !== undefined) yield ['followers', record.followers];
  if (record.createdAt !== undefined) yield ['created_at', record.createdAt];
  if (record.newsOutlet !== undefined) yield ['news_outlet', record.newsOutlet ? 1 : 0];
  if (record.agencyId !== undefined) yield ['agency_id', record.agencyId];
  if (record.layer !== undefined) yield ['layer', record.layer];
}

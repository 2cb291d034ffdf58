import type { AccountLayer } from '#domain/account.js';
import type { AccountRecord } from '#domain/ingest-record.js';
import type { BatchNames } from './batch-names.js';
import { wellFormed } from './row-check.js';

/** What a source can tell of an account; null while nobody told. */
export interface AccountFacts {
  handle: string | null;
  displayName: string | null;
  followers: number | null;
  createdAt: number | null;
  newsOutlet: boolean | null;
  agencyId: string | null;
  layer: AccountLayer | null;
}

/** An account as the batch sees it. `Key`: by what the adapter knows it. */
export interface AccountState<Key> extends AccountFacts {
  readonly key: Key;
  readonly pseudonym: string;
  /** Who a new account is; null when it is stored already. */
  readonly natural: { readonly platform: string; readonly nativeId: string } | null;
  /** The latest time for which a source told of it; what older rows say does not overwrite it. */
  toldAt: number | null;
  changed: boolean;
  /** Something was told, if only again: toldAt has to be written. */
  told: boolean;
  handleChanged: boolean;
}

/** What of a stored account an adapter reads. */
export type StoredAccount<Key> = Omit<AccountState<Key>, 'natural' | 'changed' | 'told' | 'handleChanged'>;

export interface AccountChanges<Key> {
  readonly added: readonly AccountState<Key>[];
  /** Stored before; with those about which nothing but toldAt is new. */
  readonly told: readonly AccountState<Key>[];
  /** Of the stored ones, those with another handle now. */
  readonly renamed: readonly Key[];
  readonly counts: { readonly accountsAdded: number; readonly accountsUpdated: number };
}

const NOTHING_TOLD = {
  handle: null,
  displayName: null,
  followers: null,
  createdAt: null,
  newsOutlet: null,
  agencyId: null,
  layer: null,
  toldAt: null,
  changed: false,
  told: false,
  handleChanged: false,
};

/** The accounts that one batch names: read together, changed in memory, written together by the adapter. */
export class BatchAccounts<Key> {
  readonly #names: BatchNames;
  readonly #newKey: (pseudonym: string) => Key;
  readonly #states = new Map<string, AccountState<Key>>();

  constructor(names: BatchNames, stored: Iterable<StoredAccount<Key>>, newKey: (pseudonym: string) => Key) {
    this.#names = names;
    this.#newKey = newKey;
    for (const account of stored)
      this.#states.set(account.pseudonym, {
        ...account,
        natural: null,
        changed: false,
        told: false,
        handleChanged: false,
      });
  }

  find(record: AccountRecord): AccountState<Key> | undefined {
    return this.#states.get(this.#names.pseudonymOf(record));
  }

  /** The account with what the record tells of it. `at`: the time for which it does. */
  tell(record: AccountRecord, at: number): AccountState<Key> {
    const state = this.find(record) ?? this.#add(record);
    const newer = state.toldAt === null || at >= state.toldAt;
    let told = false;
    for (const [fact, value] of factsOf(record)) {
      told = true;
      if (state[fact] === value || (!newer && state[fact] !== null)) continue;
      if (fact === 'handle') state.handleChanged = true;
      state[fact] = value as never;
      state.changed = true;
    }
    if (told && newer && state.toldAt !== at) {
      state.toldAt = at;
      state.told = true;
    }
    return state;
  }

  changes(): AccountChanges<Key> {
    const added: AccountState<Key>[] = [];
    const told: AccountState<Key>[] = [];
    const renamed: Key[] = [];
    let accountsUpdated = 0;
    for (const state of this.#states.values()) {
      if (state.natural !== null) added.push(state);
      else if (state.changed || state.told) {
        told.push(state);
        if (state.changed) accountsUpdated += 1;
        if (state.handleChanged) renamed.push(state.key);
      }
    }
    return { added, told, renamed, counts: { accountsAdded: added.length, accountsUpdated } };
  }

  #add(record: AccountRecord): AccountState<Key> {
    const pseudonym = this.#names.pseudonymOf(record);
    const natural = { platform: record.platform, nativeId: record.nativeId };
    const state: AccountState<Key> = { ...NOTHING_TOLD, key: this.#newKey(pseudonym), pseudonym, natural };
    this.#states.set(pseudonym, state);
    return state;
  }
}

function* factsOf(record: AccountRecord): Iterable<[keyof AccountFacts, string | number | boolean]> {
  if (record.handle !== undefined) yield ['handle', wellFormed(record.handle)];
  if (record.displayName !== undefined) yield ['displayName', wellFormed(record.displayName)];
  if (record.followers !== undefined) yield ['followers', record.followers];
  if (record.createdAt !== undefined) yield ['createdAt', record.createdAt];
  if (record.newsOutlet !== undefined) yield ['newsOutlet', record.newsOutlet];
  if (record.agencyId !== undefined) yield ['agencyId', record.agencyId];
  if (record.layer !== undefined) yield ['layer', record.layer];
}

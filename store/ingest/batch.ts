import type { DeletionRecord, IngestRow, MentionRecord, RejectedRow } from '#domain/ingest-record.js';
import type { AccountState, BatchAccounts } from './batch-accounts.js';
import { type BatchMentions, dropContent, fill, type MentionState, takeContent } from './batch-mentions.js';
import type { CheckedRow } from './row-check.js';

type Refusal = Pick<RejectedRow, 'field' | 'reason'>;

interface BatchParts<Key> {
  readonly accounts: BatchAccounts<Key>;
  readonly mentions: BatchMentions<Key>;
  /** When the import began: the time for which its account records tell. */
  readonly startedAt: number;
}

/** Applies the rows of one batch in their order, in memory; what they may not do is refused with the field at fault. */
export class Batch<Key> {
  readonly rejected: RejectedRow[] = [];
  /** Mentions that an earlier import stored and this one brought again, with the row that did. */
  readonly seenAgain: [mention: Key, line: number][] = [];
  added = 0;
  updated = 0;
  unchanged = 0;
  readonly #parts: BatchParts<Key>;

  constructor(parts: BatchParts<Key>) {
    this.#parts = parts;
  }

  apply({ row, fault }: CheckedRow): void {
    const refusal = fault ?? this.#take(row);
    if (refusal === null) return;
    const { line, place } = row;
    this.rejected.push({ line, place, field: refusal.field, reason: refusal.reason });
  }

  #take({ line, record, included = false, repeatable = false }: IngestRow): Refusal | null {
    if (record.type === 'deletion') return this.#delete(record.deletion);
    if (record.type === 'account') {
      this.#parts.accounts.tell(record.account, this.#parts.startedAt);
      return null;
    }
    const { mention } = record;
    const state = this.#parts.mentions.find(mention.account.platform, mention.nativeId);
    if (state === undefined || state.publishedAt === null) return this.#fill(state, mention, included ? null : line);
    if (!included) return this.#tellAgain(state, mention, line, repeatable);
    this.#tellAccount(mention);
    this.unchanged += 1;
    return null;
  }

  #fill(known: MentionState<Key> | undefined, mention: MentionRecord, line: number | null) {
    if (known !== undefined && this.#closesCircle(known, mention)) return CIRCLE;
    const account = this.#tellAccount(mention);
    const state = known ?? this.#parts.mentions.addPlaceholder(mention.account.platform, mention.nativeId);
    fill(state, mention, account.key, this.#parentKey(mention));
    state.importLine = line;
    state.seen = line;
    this.added += 1;
    return null;
  }

  /** A mention that is gone where it was published keeps its place in its cascade, and nothing of what it said. */
  #delete({ platform, nativeId }: DeletionRecord): null {
    const state = this.#parts.mentions.find(platform, nativeId);
    const dropped = state !== undefined && state.publishedAt !== null && dropContent(state);
    if (dropped && state.change === 'none') state.change = 'updated';
    if (dropped) this.updated += 1;
    else this.unchanged += 1;
    return null;
  }

  #tellAgain(state: MentionState<Key>, mention: MentionRecord, line: number, repeatable: boolean): Refusal | null {
    if (state.seen !== null && !repeatable)
      return { field: 'nativeId', reason: `line ${state.seen} of this file has already brought this mention` };
    const contradiction = this.#contradiction(state, mention);
    if (contradiction !== null) return contradiction;
    const parentComes = state.parentKey === null && mention.parentNativeId !== null;
    if (parentComes && this.#closesCircle(state, mention)) return CIRCLE;
    this.#tellAccount(mention);
    if (parentComes) state.parentKey = this.#parentKey(mention);
    const changed = takeContent(state, mention) || parentComes;
    if (changed && state.change === 'none') state.change = 'updated';
    if (changed) this.updated += 1;
    else this.unchanged += 1;
    if (state.seen !== null) return null;
    state.seen = line;
    if (state.stored !== null) this.seenAgain.push([state.key, line]);
    else state.importLine = line;
    return null;
  }

  // A mention dated in the future tells of its account as it is now, or nothing newer could ever be told.
  #tellAccount({ account, publishedAt }: MentionRecord): AccountState<Key> {
    return this.#parts.accounts.tell(account, Math.min(publishedAt, this.#parts.startedAt));
  }

  #contradiction(state: MentionState<Key>, mention: MentionRecord): Refusal | null {
    const stored = (field: string): Refusal => ({ field, reason: 'contradicts the mention stored under this id' });
    if (this.#parts.accounts.find(mention.account)?.key !== state.accountKey) return stored('account.nativeId');
    if (mention.publishedAt !== state.publishedAt) return stored('publishedAt');
    if (mention.kind !== state.kind) return stored('kind');
    if (mention.parentNativeId === null || state.parentKey === null) return null;
    const parent = this.#parts.mentions.find(mention.account.platform, mention.parentNativeId);
    return parent?.key === state.parentKey ? null : stored('parentNativeId');
  }

  // Only a mention that others already name as their parent, a placeholder at least, can close a circle.
  #closesCircle(state: MentionState<Key>, mention: MentionRecord): boolean {
    if (mention.parentNativeId === null) return false;
    const parent = this.#parts.mentions.find(mention.account.platform, mention.parentNativeId);
    return parent !== undefined && this.#parts.mentions.leadsTo(parent, state);
  }

  #parentKey({ account: { platform }, parentNativeId }: MentionRecord): Key | null {
    if (parentNativeId === null) return null;
    const { mentions } = this.#parts;
    return (mentions.find(platform, parentNativeId) ?? mentions.addPlaceholder(platform, parentNativeId)).key;
  }
}

const CIRCLE: Refusal = { field: 'parentNativeId', reason: 'the chain of parents would lead back to this mention' };

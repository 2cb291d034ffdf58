import type { IngestRow, MentionRecord, RejectedRow } from '#domain/ingest-record.js';
import { MENTION_KINDS } from '#domain/mention.js';
import type { Platforms } from '../platforms.js';
import type { AccountState, BatchAccounts } from './batch-accounts.js';
import { type BatchMentions, fill, type MentionState, takeContent } from './batch-mentions.js';
import type { CheckedRow } from './row-check.js';

type Refusal = Pick<RejectedRow, 'field' | 'reason'>;

interface BatchParts {
  readonly platforms: Platforms;
  readonly accounts: BatchAccounts;
  readonly mentions: BatchMentions;
  /** When the import began: the time for which its account records tell. */
  readonly startedAt: number;
}

/** Applies the rows of one batch in their order, in memory; what they may not do is refused with the field at fault. */
export class Batch {
  readonly rejected: RejectedRow[] = [];
  /** Mentions that an earlier import stored and this one brought again, with the row that did. */
  readonly seenAgain: [mentionId: number, line: number][] = [];
  added = 0;
  updated = 0;
  unchanged = 0;
  readonly #parts: BatchParts;

  constructor(parts: BatchParts) {
    this.#parts = parts;
  }

  apply({ row, fault }: CheckedRow): void {
    const refusal = fault ?? this.#take(row);
    if (refusal === null) return;
    const { line, place } = row;
    this.rejected.push({ line, place, field: refusal.field, reason: refusal.reason });
  }

  #take({ line, record, included = false }: IngestRow): Refusal | null {
    if (record.type === 'account') {
      this.#parts.accounts.tell(record.account, this.#parts.startedAt);
      return null;
    }
    const { mention } = record;
    const platformId = this.#parts.platforms.findOrAdd(mention.account.platform);
    const state = this.#parts.mentions.find(platformId, mention.nativeId);
    if (state === undefined || state.published_at === null)
      return this.#fill(platformId, state, mention, included ? null : line);
    if (!included) return this.#tellAgain(platformId, state, mention, line);
    this.#tellAccount(mention);
    this.unchanged += 1;
    return null;
  }

  #fill(platformId: number, known: MentionState | undefined, mention: MentionRecord, line: number | null) {
    if (known !== undefined && this.#closesCircle(platformId, known, mention)) return CIRCLE;
    const account = this.#tellAccount(mention);
    const state = known ?? this.#parts.mentions.addPlaceholder(platformId, mention.nativeId);
    fill(state, mention, account.id, this.#parentId(platformId, mention));
    state.import_line = line;
    state.seen = line;
    this.added += 1;
    return null;
  }

  #tellAgain(platformId: number, state: MentionState, mention: MentionRecord, line: number): Refusal | null {
    if (state.seen !== null)
      return { field: 'nativeId', reason: `line ${state.seen} of this file has already brought this mention` };
    const contradiction = this.#contradiction(platformId, state, mention);
    if (contradiction !== null) return contradiction;
    const parentComes = state.parent_id === null && mention.parentNativeId !== null;
    if (parentComes && this.#closesCircle(platformId, state, mention)) return CIRCLE;
    this.#tellAccount(mention);
    if (parentComes) state.parent_id = this.#parentId(platformId, mention);
    const changed = takeContent(state, mention) || parentComes;
    if (changed && state.change === 'none') state.change = 'updated';
    if (changed) this.updated += 1;
    else this.unchanged += 1;
    state.seen = line;
    if (state.stored) this.seenAgain.push([state.id, line]);
    else state.import_line = line;
    return null;
  }

  // A mention dated in the future tells of its account as it is now, or nothing newer could ever be told.
  #tellAccount({ account, publishedAt }: MentionRecord): AccountState {
    return this.#parts.accounts.tell(account, Math.min(publishedAt, this.#parts.startedAt));
  }

  #contradiction(platformId: number, state: MentionState, mention: MentionRecord): Refusal | null {
    const stored = (field: string): Refusal => ({ field, reason: 'contradicts the mention stored under this id' });
    if (this.#parts.accounts.find(mention.account)?.id !== state.account_id) return stored('account.nativeId');
    if (mention.publishedAt !== state.published_at) return stored('publishedAt');
    if (MENTION_KINDS.indexOf(mention.kind) !== state.kind) return stored('kind');
    if (mention.parentNativeId === null || state.parent_id === null) return null;
    const parent = this.#parts.mentions.find(platformId, mention.parentNativeId);
    return parent?.id === state.parent_id ? null : stored('parentNativeId');
  }

  // Only a mention that others already name as their parent, a placeholder at least, can close a circle.
  #closesCircle(platformId: number, state: MentionState, mention: MentionRecord): boolean {
    if (mention.parentNativeId === null) return false;
    const parent = this.#parts.mentions.find(platformId, mention.parentNativeId);
    return parent !== undefined && this.#parts.mentions.leadsTo(parent, state);
  }

  #parentId(platformId: number, { parentNativeId }: MentionRecord): number | null {
    if (parentNativeId === null) return null;
    const { mentions } = this.#parts;
    return (mentions.find(platformId, parentNativeId) ?? mentions.addPlaceholder(platformId, parentNativeId)).id;
  }
}

const CIRCLE: Refusal = { field: 'parentNativeId', reason: 'the chain of parents would lead back to this mention' };

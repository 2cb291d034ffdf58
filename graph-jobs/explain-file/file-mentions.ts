import type { SortedActions } from '#domain/detection.js';
import type { StringColumn } from '#domain/mention-columns.js';

/** The actions of a file in their canonical order, and what their codes stand for. */
export interface NamedActions {
  readonly actions: SortedActions;
  readonly accounts: StringColumn;
  readonly objects: StringColumn;
  /** By code in `actions.mention`; null where the file names no posts. */
  readonly contents: StringColumn | null;
}

/** The posts behind the actions: each once, however many objects it acts on. */
export interface FileMentions {
  /** Earliest time and its account by code in `actions.mention`; Infinity for a code that no action has. */
  readonly publishedAt: Float64Array;
  readonly account: Uint32Array;
}

export function mentionsOf({ actions, contents }: Pick<NamedActions, 'actions' | 'contents'>): FileMentions {
  const { mention, time } = actions;
  let count = contents?.length ?? 0;
  for (let row = 0; row < actions.length; row++) count = Math.max(count, mention[row]! + 1);
  const publishedAt = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const account = new Uint32Array(count);
  for (let row = 0; row < actions.length; row++) {
    const code = mention[row]!;
    if (time[row]! >= publishedAt[code]!) continue;
    publishedAt[code] = time[row]!;
    account[code] = actions.account[row]!;
  }
  return { publishedAt, account };
}

/** The same without the codes that no action has, as the yardstick of everybody's activity asks for them. */
export function presentMentions({ publishedAt, account }: FileMentions): FileMentions & { readonly length: number } {
  const isThere = (_: number, code: number) => publishedAt[code] !== Number.POSITIVE_INFINITY;
  const present = { publishedAt: publishedAt.filter(isThere), account: account.filter(isThere) };
  return { ...present, length: present.account.length };
}

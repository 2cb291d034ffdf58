import { ACCOUNT_LAYERS } from '#domain/account.js';
import type { EmergingIssue } from '#domain/emerging-issue.js';
import { LARGEST_PAGE } from '#domain/paging.js';
import type { AccountStore } from '#domain/ports/account-store.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { Store } from '#domain/ports/store.js';
import { BASELINE_HOURS, HOUR, type LookPeriod, WINDOW_HOURS } from './burst-parameters.js';
import { MentionObserver } from './observe-mentions.js';

const SLICE = 2000;
const EXCERPT = 200;

/** What the first look of the period needs: its longest window, and the baseline before that. */
export function readFrom({ from }: LookPeriod): number {
  return from - (Math.max(...WINDOW_HOURS) + BASELINE_HOURS) * HOUR;
}

/** The time of the newest mention of a store, in an issue or not; null where it has none. */
export async function newestMention({ mentions }: Pick<Store, 'mentions'>): Promise<number | null> {
  const { items } = await mentions.page({}, 'NEWEST', { first: 1, after: null });
  return items[0]?.node.publishedAt ?? null;
}

/**
 * Streams what no issue holds out of the store, page by page, as columns. Texts stay where they are: withExcerpts reads the
 * few that are shown. Throw from `onProgress` to stop; it is told of milliseconds of the time that is read.
 */
export async function readOutsideIssues(
  store: Pick<Store, 'mentions' | 'accounts'>,
  period: LookPeriod,
  onProgress: ProgressListener = () => undefined,
): Promise<MentionObserver> {
  const observer = new MentionObserver({ excerpts: false, declared: await declaredAccounts(store.accounts) });
  const from = readFrom(period);
  let after: string | null = null;
  for (;;) {
    const page = await store.mentions.outsideIssues(from, period.to, { first: SLICE, after });
    for (const { node } of page.items) observer.add(node);
    const last = page.items.at(-1);
    if (last === undefined || !page.hasNextPage) return observer;
    onProgress(last.node.publishedAt - from, period.to - from);
    after = last.cursor;
  }
}

/** The candidates with the beginnings of their examples' texts. One that went meanwhile has none. */
export async function withExcerpts(
  { mentions }: Pick<Store, 'mentions'>,
  issues: readonly EmergingIssue[],
): Promise<EmergingIssue[]> {
  const found = await mentions.get(issues.flatMap(({ examples }) => examples.map(({ mention }) => mention)));
  const texts = found.map((mention) => mention?.text.slice(0, EXCERPT) ?? null);
  let next = 0;
  return issues.map((issue) => ({
    ...issue,
    examples: issue.examples.map((example) => ({ ...example, text: texts[next++]! })),
  }));
}

async function declaredAccounts(accounts: AccountStore): Promise<Set<string>> {
  const declared = new Set<string>();
  for (let after: string | null = null; ; ) {
    const page = await accounts.page({ layers: ACCOUNT_LAYERS }, { first: LARGEST_PAGE, after });
    for (const { node } of page.items) declared.add(node.id);
    if (!page.hasNextPage) return declared;
    after = page.items.at(-1)!.cursor;
  }
}

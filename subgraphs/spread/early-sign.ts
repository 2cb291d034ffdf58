import { LARGEST_PAGE } from '#domain/paging.js';
import { firstMentionsCount, type GrowthWindow, type RunDocument } from '#domain/run-document.js';
import type { SpreadContext } from './context.js';
import type { EarlySign, OtherIssues } from './early-sign.type.js';

/** Fewer others say nothing of a percentile. */
const LEAST_ISSUES = 20;

/**
 * An issue's growth beside its own past, which its document has, and beside other issues. Those are no part of its run:
 * they are read from the manifests of their newest runs, when somebody asks.
 */
export async function earlySigns(document: RunDocument, context: SpreadContext): Promise<EarlySign[] | null> {
  if (document.growth === undefined) return null;
  const { items } = await context.store.issues.page({}, { first: LARGEST_PAGE, after: null });
  const others = items.map(({ node }) => node.id).filter((id) => id !== document.issue.id);
  const runs = await Promise.all(others.map((id) => context.latestRuns.load(id)));
  return document.growth.map((window) => {
    const name = firstMentionsCount(window.hours);
    const firsts = runs.flatMap((run) => run?.counts[name] ?? []);
    return { ...window, others: besideOthers(window, firsts, others.length) };
  });
}

export function besideOthers(
  { first }: Pick<GrowthWindow, 'first'>,
  firsts: readonly number[],
  of: number,
): OtherIssues {
  const sorted = firsts.toSorted((one, other) => one - other);
  const fewer = sorted.filter((count) => count < first).length;
  const equal = sorted.filter((count) => count === first).length;
  const compared = sorted.length;
  const percentile = Number(((100 * (fewer + equal / 2)) / compared).toFixed(1));
  return {
    ...{ compared, of, fewer, equal },
    median: sorted[Math.ceil(compared / 2) - 1] ?? null,
    percentile: compared < LEAST_ISSUES ? null : percentile,
  };
}

import { isPublicAccount } from '#domain/account.js';
import type { Claim } from '#domain/claim.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { ReviewState } from '#domain/finding.js';
import { CLUSTER_ROLES, type ClusterRole } from '#domain/hoax-cluster/cluster-parts.js';
import { type ClusterSummary, clusterSummary } from '#domain/hoax-cluster/cluster-summary.js';
import { groupsInside } from '#domain/hoax-cluster/groups-inside.js';
import { hoaxCluster } from '#domain/hoax-cluster/hoax-cluster.js';
import type { Store } from '#domain/ports/store.js';
import { publicLabel } from '#graph-jobs/report/html/report-view.js';
import { findIssue } from '../issue/find-issue.js';

const CARRIERS = 5;
const GROUPS = 5;

/** A co-timed group of the newest run with members inside. */
export interface ShownGroup {
  readonly id: string;
  readonly members: number;
  /** What people decided on it; null where the store no longer has it. */
  readonly reviewState: ReviewState | null;
  readonly inside: Readonly<Record<ClusterRole, number>>;
}

export interface ShownCluster extends ClusterSummary {
  readonly claim: Claim;
  readonly issueId: string;
  /** Null before the first run. */
  readonly runId: string | null;
  readonly groups: readonly ShownGroup[];
  /** Labels of those of the first carriers that are public. */
  readonly names: ReadonlyMap<string, string>;
}

/** Throws NOT_FOUND for an issue or a claim that is not there. */
export async function readCluster(
  store: Store,
  issueId: string,
  claimId: string,
  offsetMs: number,
): Promise<ShownCluster> {
  await findIssue(store.issues, issueId);
  const [claim] = await store.claims.get([claimId]);
  if (!claim)
    throw new CodedError('NOT_FOUND', `there is no claim "${claimId}"`, {
      at: 'claim',
      hint: `see "jejaring claims cluster ${issueId}" for those that the issue has matches of`,
    });
  const cluster = await hoaxCluster(store.claims, { claimId, issueId });
  const summary = clusterSummary(cluster, offsetMs, CARRIERS);
  const [run] = await store.runs.latest([issueId]);
  const document = run ? await store.runs.document(run.id) : null;
  const inside = groupsInside(document?.groups ?? [], cluster.parts).slice(0, GROUPS);
  const found = await store.findings.get(inside.map(({ group }) => group.id));
  const groups = inside.map(({ group, ...counts }, i) => {
    return { id: group.id, ...counts, reviewState: found[i]?.reviewState ?? null };
  });
  const first = CLUSTER_ROLES.flatMap((role) => summary.roles[role].first.map(({ accountId }) => accountId));
  const names = await publicNames(store, [...new Set(first)]);
  return { ...summary, claim, issueId, runId: document?.runId ?? null, groups, names };
}

async function publicNames({ accounts }: Store, ids: readonly string[]): Promise<Map<string, string>> {
  const known = (await accounts.get(ids)).filter((account) => account !== null && isPublicAccount(account));
  return new Map(known.map((account) => [account!.id, publicLabel(account!)]));
}

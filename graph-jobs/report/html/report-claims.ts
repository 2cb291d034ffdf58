import { isPublicAccount } from '#domain/account.js';
import type { IssueClaim } from '#domain/hoax-cluster/carried-mention.js';
import { CLUSTER_ROLES } from '#domain/hoax-cluster/cluster-parts.js';
import { clusterSummary } from '#domain/hoax-cluster/cluster-summary.js';
import { groupsInside } from '#domain/hoax-cluster/groups-inside.js';
import { hoaxCluster } from '#domain/hoax-cluster/hoax-cluster.js';
import { LARGEST_PAGE, type Page } from '#domain/paging.js';
import type { Store } from '#domain/ports/store.js';
import type { ReportInput } from './report-input.js';
import type { ReportCluster } from './reported-claims.js';

const MOST_CLUSTERS = 5;
const FIRST_CARRIERS = 5;
const MOST_GROUPS = 5;

/**
 * The input with the claims that the issue's mentions match, where there are any. They are no part of the run: people decide
 * between runs, and the cluster is that of the issue as it is now.
 */
export async function withClaims(
  store: Pick<Store, 'claims' | 'accounts' | 'agencies'>,
  input: ReportInput,
  offsetMs: number,
): Promise<ReportInput> {
  const issueId = input.document.issue.id;
  const all = await claimsOf(store, issueId);
  if (all.length === 0) return input;
  const decided = all.filter((counts) => confirmedOf(counts) > 0).sort(byConfirmed);
  const undecided = all.filter((counts) => confirmedOf(counts) === 0);
  const clusters: ReportCluster[] = [];
  const claims = await store.claims.get(decided.slice(0, MOST_CLUSTERS).map(({ claimId }) => claimId));
  for (const claim of claims) {
    if (claim === null) continue;
    const cluster = await hoaxCluster(store.claims, { claimId: claim.id, issueId });
    const groups = groupsInside(input.document.groups, cluster.parts);
    const summary = clusterSummary(cluster, offsetMs, FIRST_CARRIERS);
    clusters.push({ claim, summary, groups: groups.slice(0, MOST_GROUPS), groupCount: groups.length });
  }
  const candidates = undecided.reduce((sum, counts) => sum + counts.candidates, 0);
  const told = { clusters, decided: decided.length, undecided: undecided.length, candidates };
  return { ...input, ...(await named(store, input, clusters)), claims: told };
}

async function claimsOf({ claims }: Pick<Store, 'claims'>, issueId: string): Promise<IssueClaim[]> {
  const all: IssueClaim[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<IssueClaim> = await claims.claimsOfIssue(issueId, { first: LARGEST_PAGE, after });
    all.push(...page.items.map(({ node }) => node));
    if (!page.hasNextPage) return all;
    after = page.items.at(-1)!.cursor;
  }
}

/** The names of first carriers who may be named, and of their agencies, beside those that the input has. */
async function named(
  { accounts, agencies }: Pick<Store, 'accounts' | 'agencies'>,
  input: ReportInput,
  clusters: readonly ReportCluster[],
): Promise<Pick<ReportInput, 'publicAccounts' | 'agencies'>> {
  const first = clusters.flatMap(({ summary }) => CLUSTER_ROLES.flatMap((role) => summary.roles[role].first));
  const found = await accounts.get([...new Set(first.map(({ accountId }) => accountId))]);
  const known = found.filter((account) => account !== null && isPublicAccount(account)).map((account) => account!);
  const theirs = await agencies.get([...new Set(known.flatMap(({ agencyId }) => agencyId ?? []))]);
  return {
    publicAccounts: new Map([...input.publicAccounts, ...known.map((account) => [account.id, account] as const)]),
    agencies: new Map([
      ...input.agencies,
      ...theirs.flatMap((agency) => (agency === null ? [] : [[agency.id, agency] as const])),
    ]),
  };
}

function confirmedOf({ confirmed, denying }: IssueClaim): number {
  return confirmed + denying;
}

function byConfirmed(one: IssueClaim, other: IssueClaim): number {
  return confirmedOf(other) - confirmedOf(one) || (one.claimId < other.claimId ? -1 : 1);
}

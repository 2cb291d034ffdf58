import type { ClusterSummary } from '#domain/hoax-cluster/cluster-summary.js';
import { pageRequest } from '#domain/paging.js';
import { formatsFor, type ReportZone } from '#graph-jobs/report/html/formats.js';
import { findIssue } from '../issue/find-issue.js';
import { type StoreOptions, withStore } from '../issue/with-store.js';
import { printable } from '../output/printable.js';
import { printCluster } from './print-cluster.js';
import { readCluster } from './shown-cluster.js';

interface ClusterOptions extends StoreOptions {
  readonly zone: ReportZone;
  readonly first: number;
  readonly after?: string;
}

/** The cluster of a claim within an issue, or without a claim the claims that the issue has matches of. */
export async function showCluster(issueId: string, claimId: string | undefined, options: ClusterOptions) {
  if (claimId === undefined) return listClaims(issueId, options);
  const formats = formatsFor('en', options.zone);
  const shown = await withStore(options, (store) => readCluster(store, issueId, claimId, formats.offsetMs));
  if (!options.json) return printCluster(shown, formats);
  const { names, race, ...rest } = shown;
  const curves = { ...race.curves, ...lists(race.curves) };
  console.log(JSON.stringify({ ...rest, race: { ...race, curves }, names: Object.fromEntries(names) }, null, 2));
}

function lists({ tells, denies, candidates }: ClusterSummary['race']['curves']) {
  return { tells: [...tells], denies: [...denies], candidates: [...candidates] };
}

async function listClaims(issueId: string, options: ClusterOptions): Promise<void> {
  const request = pageRequest(options.first, options.after);
  const { page, claims } = await withStore(options, async (store) => {
    await findIssue(store.issues, issueId);
    const page = await store.claims.claimsOfIssue(issueId, request);
    return { page, claims: await store.claims.get(page.items.map(({ node }) => node.claimId)) };
  });
  const next = page.hasNextPage ? (page.items.at(-1)?.cursor ?? null) : null;
  const rows = page.items.map(({ node }, i) => ({ ...node, text: claims[i]?.texts[0] ?? '' }));
  if (options.json) console.log(JSON.stringify({ claims: rows, next }, null, 2));
  else for (const row of rows) console.log(lineOf(row));
  if (rows.length === 0) console.error(`no mention matches a claim: see "jejaring claims match-issue ${issueId}"`);
  if (next !== null && !options.json) console.error(`more: --after ${next}`);
}

function lineOf(row: { claimId: string; confirmed: number; denying: number; candidates: number; text: string }) {
  const { claimId, confirmed, denying, candidates, text } = row;
  return printable(
    `${claimId}  ${confirmed} tell it, ${denying} deny it, ${candidates} undecided  ${text.slice(0, 80)}`,
  );
}

import type { Account } from '#domain/account.js';
import { isPublicAccount } from '#domain/account.js';
import type { Agency } from '#domain/agency.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Issue } from '#domain/issue.js';
import type { Store } from '#domain/ports/store.js';
import type { Region } from '#domain/region.js';
import type { RunDocument } from '#domain/run-document.js';
import { type GroupHistory, gatherHistories } from './group-histories.js';
import type { ReportClaims } from './reported-claims.js';

/** All that a report is made of: the document of one run, and the names of those who may be named. */
export interface ReportInput {
  readonly document: RunDocument;
  /** Of the issue as it is now; larger than the document's where the query changed after the run. */
  readonly queryVersion: number;
  /** Codes of regions that it is shared with now. */
  readonly sharedWith: readonly string[];
  /** Accounts that an agency declares and news outlets, by id; nobody else is in here. */
  readonly publicAccounts: ReadonlyMap<string, Account>;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly regions: ReadonlyMap<string, Region>;
  /** What the store knows from other runs of the groups that are told of in detail, by id. */
  readonly histories: ReadonlyMap<string, GroupHistory>;
  /** Absent where no mention of the issue matches a claim, or nobody asked for them. */
  readonly claims?: ReportClaims;
}

type ReportStore = Pick<Store, 'issues' | 'runs' | 'accounts' | 'agencies' | 'regions' | 'findings'>;

/** Gathers a report on the newest finished run of the issue, or on `runId`. Throws NOT_FOUND or NO_RUN_YET. */
export async function gatherReport(store: ReportStore, issueId: string, runId: string | null): Promise<ReportInput> {
  const issue = await issueOf(store, issueId);
  const document = await documentOf(store, issueId, runId);
  const accounts = found(await store.accounts.get(accountsIn(document)));
  const publicAccounts = byKey(accounts.filter(isPublicAccount), ({ id }) => id);
  const agencyIds = new Set([...publicAccounts.values()].flatMap(({ agencyId }) => agencyId ?? []));
  if (document.issue.ownerAgencyId !== null) agencyIds.add(document.issue.ownerAgencyId);
  const agencies = found(await store.agencies.get([...agencyIds]));
  const codes = [...issue.sharedWith, ...Object.keys(document.coverage.byProvince)];
  const regions = found(await store.regions.get([...new Set(codes)]));
  return {
    document,
    queryVersion: issue.queryVersion,
    sharedWith: issue.sharedWith,
    publicAccounts,
    agencies: byKey(agencies, ({ id }) => id),
    regions: byKey(regions, ({ code }) => code),
    histories: await gatherHistories(store.findings, document),
  };
}

async function issueOf(store: ReportStore, issueId: string): Promise<Issue> {
  const [issue] = await store.issues.get([issueId]);
  if (!issue)
    throw new CodedError('NOT_FOUND', `there is no issue "${issueId}"`, {
      at: 'issue',
      hint: 'see "jejaring issue list"',
    });
  return issue;
}

async function documentOf(store: ReportStore, issueId: string, runId: string | null): Promise<RunDocument> {
  const [run] = runId === null ? await store.runs.latest([issueId]) : await store.runs.get([runId]);
  if (runId !== null && (!run || run.issueId !== issueId))
    throw new CodedError('NOT_FOUND', `issue "${issueId}" has no run "${runId}"`, { at: '--run' });
  const document = run?.state === 'DONE' ? await store.runs.document(run.id) : null;
  if (document === null)
    throw new CodedError('NO_RUN_YET', `issue "${issueId}" has no finished run`, {
      at: 'issue',
      hint: `run "jejaring map ${issueId}" first`,
    });
  if (document.coverage.timeStepMs === undefined)
    throw new CodedError('NO_RUN_YET', `run "${document.runId}" was made before reports needed what it lacks`, {
      at: 'issue',
      hint: `run "jejaring map ${issueId}" again`,
    });
  return document;
}

/** Every account that the report may name. */
function accountsIn(document: RunDocument): string[] {
  const { measures } = document;
  const placed = measures === undefined ? [] : [measures.pageRank, measures.betweenness.accounts];
  const ranked = [document.mostAmplified, document.mostActive, document.firstMovers, ...placed];
  const ids = [
    ...ranked.flat().map(({ accountId }) => accountId),
    ...document.communities.flatMap(({ topAccounts }) => topAccounts.map(({ accountId }) => accountId)),
    ...(document.firstMention === null ? [] : [document.firstMention.accountId]),
    ...document.cascades.largest.map(({ rootAccountId }) => rootAccountId),
    ...document.groups.flatMap(({ members }) => members),
    ...document.network.picture.nodes.map(({ accountId }) => accountId),
  ];
  return [...new Set(ids)];
}

function found<T>(items: readonly (T | null)[]): T[] {
  return items.filter((item) => item !== null);
}

function byKey<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  return new Map(items.map((item) => [key(item), item]));
}

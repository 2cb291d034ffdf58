import { CodedError } from '#domain/errors/coded-error.js';
import type { StoredGroup } from '#domain/finding.js';
import type { FindingStore } from '#domain/ports/finding-store.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { NetworkColumns } from '#domain/ports/run-store.js';
import type { Store } from '#domain/ports/store.js';
import type { RunDocument } from '#domain/run-document.js';
import { extractIssue } from '../extract/extract-issue.js';
import { gatherReport } from '../report/html/report-input.js';
import { SentimentJudge } from '../sentiment/judge-text.js';
import { type AccountFacts, accountFacts } from './account-facts.js';
import { type AmplificationHistory, amplificationHistory } from './amplification-history.js';

const GROUPS_PAGE = 100;

/** All that an export is made of. */
export interface ExportInput {
  readonly document: RunDocument;
  /** Of the issue as it is now; larger than the document's where the query changed after the run. */
  readonly queryVersion: number;
  readonly network: NetworkColumns;
  readonly accounts: AccountFacts;
  /** Null where the mentions are no longer those that the run saw: times of others would be wrong ones. */
  readonly history: AmplificationHistory | null;
  /** Null where nobody asked for them. */
  readonly groups: readonly StoredGroup[] | null;
}

export interface ExportRequest {
  readonly issueId: string;
  /** Null for the newest finished run. */
  readonly runId: string | null;
  readonly groups: boolean;
}

export const EXPORT_STEPS = ['network', 'accounts', 'mentions', 'write'] as const;
export type ExportStep = (typeof EXPORT_STEPS)[number];
/** Throw from it to stop. */
export type ExportProgress = (step: ExportStep, done: number, total: number) => void;

type ExportStore = Pick<Store, 'issues' | 'runs' | 'spread' | 'accounts' | 'agencies' | 'regions' | 'findings'>;

/** Reads the spread network of a run and what belongs to it. Throws NOT_FOUND, NO_RUN_YET, INPUT_CHANGED. */
export async function gatherExport(
  store: ExportStore,
  { issueId, runId, groups }: ExportRequest,
  onProgress: ExportProgress,
): Promise<ExportInput> {
  const { document, queryVersion } = await gatherReport(store, issueId, runId);
  const step =
    (name: ExportStep): ProgressListener =>
    (done, total) =>
      onProgress(name, done, total);
  const network = await networkOf(store, document, step('network'));
  return {
    document,
    queryVersion,
    network,
    accounts: await accountFacts(store.accounts, network.accounts, step('accounts')),
    history: await historyOf(store, document, network, step('mentions')),
    groups: groups ? await groupsOf(store.findings, document.runId) : null,
  };
}

async function networkOf(
  store: ExportStore,
  { runId, network: { accounts, edges } }: RunDocument,
  onProgress: ProgressListener,
): Promise<NetworkColumns> {
  const network = await store.spread.network(runId, (rows) => onProgress(rows, accounts + edges));
  if (network.accounts.length === accounts && network.weight.length === edges) return network;
  throw new CodedError('NOT_FOUND', `the network of run "${runId}" is not kept any more`, {
    at: '--run',
    hint: 'stores keep those of the newest run and of the one before; export the newest, or map the issue again',
  });
}

/** From the mentions as they are now, if they are still those of the run: its input hash tells. */
async function historyOf(
  store: ExportStore,
  { issue, inputHash, parameters, sentiment }: RunDocument,
  network: NetworkColumns,
  onProgress: ProgressListener,
): Promise<AmplificationHistory | null> {
  const judge = sentiment === undefined ? null : new SentimentJudge();
  // What the run read: another input would have another hash.
  const carry = {
    texts: parameters.behaviours.includes('CO_TEXT'),
    ...(judge !== null && { sentimentOf: (text: string) => judge.codeOf(text) }),
  };
  const found = await extractIssue(store.issues, issue.id, onProgress, carry);
  return found.inputHash === inputHash ? amplificationHistory(found.columns, network) : null;
}

async function groupsOf(findings: FindingStore, runId: string): Promise<StoredGroup[]> {
  const groups: StoredGroup[] = [];
  for (let after: string | null = null; ; ) {
    const page = await findings.page(runId, { first: GROUPS_PAGE, after });
    for (const { node } of page.items) groups.push(node);
    if (!page.hasNextPage) return groups;
    after = page.items.at(-1)!.cursor;
  }
}

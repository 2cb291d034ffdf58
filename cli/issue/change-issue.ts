import { IssueQueryError } from '#domain/errors/issue-query-error.js';
import type { Issue, NewIssue } from '#domain/issue.js';
import { parseIssueQuery } from '#domain/issue-query/parse-issue-query.js';
import { checkedIssue } from '#domain/new-issue.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { Store } from '#domain/ports/store.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { findIssue } from './find-issue.js';
import { type StoreOptions, withStore } from './with-store.js';

const OPTIONS = { id: '--id', title: '--title', owner: '--owner', sharedWith: '--shared-with' };

export interface AddOptions extends StoreOptions {
  readonly id: string;
  readonly title: string;
  readonly query: string;
  readonly owner?: string;
  readonly sharedWith?: string;
}

export async function addIssue(options: AddOptions): Promise<void> {
  checkQuery(options.query);
  await withStore(options, async (store) => {
    const issue = await newIssue(store, options);
    const added = await matching((onProgress) => store.issues.create(issue, onProgress));
    await print(store, added, 'added', options);
  });
}

export async function changeQuery(issueId: string, query: string, options: StoreOptions): Promise<void> {
  checkQuery(query);
  await withStore(options, async (store) => {
    await findIssue(store.issues, issueId);
    const changed = await matching((onProgress) => store.issues.changeQuery(issueId, query, onProgress));
    await print(store, changed, `has query version ${changed.queryVersion}`, options);
  });
}

/** Throws BAD_PARAMETERS, NOT_FOUND for an owner or a region that is not there. */
export async function newIssue(
  store: Store,
  { id, title, query, owner, sharedWith = '' }: AddOptions,
): Promise<NewIssue> {
  const regions = sharedWith.split(',').flatMap((code) => code.trim() || []);
  const asked = { id, title, query, ownerAgencyId: owner ?? null, sharedWith: regions };
  return checkedIssue(asked, OPTIONS, store);
}

/** Shows a mistake under the query before the error tells of it. */
export function checkQuery(query: string): void {
  try {
    parseIssueQuery(query);
  } catch (error) {
    if (error instanceof IssueQueryError) console.error(error.pointer());
    throw error;
  }
}

/** Matching reads every stored mention in one transaction: it shows its progress, and Ctrl-C leaves everything as it was. */
export async function matching<Result>(work: (onProgress: ProgressListener) => Promise<Result>): Promise<Result> {
  const bar = new ProgressBar();
  try {
    return await work((done, total) => bar.update({ title: 'matching mentions', done, total }));
  } finally {
    bar.stop();
  }
}

async function print(store: Store, issue: Issue, what: string, { json }: StoreOptions): Promise<void> {
  const mentions = await store.mentions.count({ issueId: issue.id });
  if (json) console.log(JSON.stringify({ ...issue, mentions }, null, 2));
  else console.log(`issue ${issue.id} ${what}: ${mentions.toLocaleString('en')} mentions`);
  if (mentions === 0)
    console.error(
      `no stored mention matches: mentions imported later are matched as well; "jejaring issue query ${issue.id}" changes the query`,
    );
}

import { CodedError } from '#domain/errors/coded-error.js';
import { IssueQueryError } from '#domain/errors/issue-query-error.js';
import { type Issue, isIssueId } from '#domain/issue.js';
import { parseIssueQuery } from '#domain/issue-query/parse-issue-query.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { Store } from '#domain/ports/store.js';
import { isRegionCode } from '#domain/region.js';
import { unknownRegion } from '#seed/unknown-region.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { findIssue } from './find-issue.js';
import { type StoreOptions, withStore } from './with-store.js';

export interface AddOptions extends StoreOptions {
  readonly id: string;
  readonly title: string;
  readonly query: string;
  readonly owner?: string;
  readonly sharedWith?: string;
}

export async function addIssue(options: AddOptions): Promise<void> {
  const issue = newIssue(options);
  checkQuery(issue.query);
  await withStore(options, async (store) => {
    await requireOwner(store, issue.ownerAgencyId);
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

export function newIssue({ id, title, query, owner, sharedWith }: AddOptions) {
  if (!isIssueId(id))
    throw new CodedError('BAD_PARAMETERS', `"${id}" is not an issue id`, {
      at: '--id',
      hint: 'lower-case letters, digits and single hyphens, at most 64: banjir-jakarta',
    });
  if (title.trim() === '') throw new CodedError('BAD_PARAMETERS', 'the title is empty', { at: '--title' });
  const regions = (sharedWith ?? '').split(',').flatMap((code) => code.trim() || []);
  const wrong = regions.find((code) => !isRegionCode(code));
  if (wrong !== undefined)
    throw new CodedError('BAD_PARAMETERS', `"${wrong}" is not a region code`, {
      at: '--shared-with',
      hint: 'Kemendagri codes: 31 for a province, 31.71 for a regency or city',
    });
  const unknown = unknownRegion(regions);
  if (unknown !== undefined)
    throw new CodedError('BAD_PARAMETERS', `there is no region "${unknown}"`, {
      at: '--shared-with',
      hint: 'seed/regions.csv has the codes of provinces, regencies and cities',
    });
  return { id, title, query, ownerAgencyId: owner ?? null, sharedWith: [...new Set(regions)].sort() };
}

export async function requireOwner(store: Store, agencyId: string | null): Promise<void> {
  if (agencyId === null) return;
  const [agency] = await store.agencies.get([agencyId]);
  if (agency) return;
  throw new CodedError('NOT_FOUND', `there is no agency "${agencyId}"`, {
    at: '--owner',
    hint: 'load the agencies with "jejaring seed"',
  });
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

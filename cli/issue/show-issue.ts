import { pageRequest } from '#domain/paging.js';
import { findIssue } from './find-issue.js';
import { type StoreOptions, withStore } from './with-store.js';

interface ListOptions extends StoreOptions {
  readonly first: number;
  readonly after?: string;
}

export async function listIssues(options: ListOptions): Promise<void> {
  const request = pageRequest(options.first, options.after);
  const page = await withStore(options, (store) => store.issues.page({}, request));
  const issues = page.items.map(({ node }) => node);
  const next = page.hasNextPage ? (page.items.at(-1)?.cursor ?? null) : null;
  if (options.json) {
    console.log(JSON.stringify({ issues, next }, null, 2));
    return;
  }
  const width = Math.max(0, ...issues.map(({ id }) => id.length));
  for (const { id, title, queryVersion } of issues) console.log(`${id.padEnd(width)}  v${queryVersion}  ${title}`);
  if (issues.length === 0) console.error('no issues; add one with "jejaring issue add"');
  if (next !== null) console.error(`more: --after ${next}`);
}

export async function showIssue(issueId: string, options: StoreOptions): Promise<void> {
  const shown = await withStore(options, async ({ issues, mentions, runs }) => {
    const issue = await findIssue(issues, issueId);
    const [run] = await runs.latest([issueId]);
    const versions = await issues.queryVersions(issueId);
    return { ...issue, mentions: await mentions.count({ issueId }), versions, latestRun: run ?? null };
  });
  if (options.json) {
    console.log(JSON.stringify(shown, null, 2));
    return;
  }
  const { title, ownerAgencyId, sharedWith, mentions, versions, latestRun } = shown;
  console.log(`${shown.id}: ${title}`);
  console.log(`  mentions     ${mentions.toLocaleString('en')}`);
  console.log(`  owner        ${ownerAgencyId ?? '-'}`);
  console.log(`  shared with  ${sharedWith.join(', ') || '-'}`);
  for (const { version, query, since } of versions)
    console.log(`  query v${version}     ${query}  (since ${new Date(since).toISOString()})`);
  console.log(`  latest run   ${latestRun === null ? 'none: "jejaring map" makes one' : latestRun.id}`);
}

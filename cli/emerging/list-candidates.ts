import type { CandidateState, EmergingCandidate } from '#domain/emerging-issue.js';
import { pageRequest } from '#domain/paging.js';
import { type StoreOptions, withStore } from '../issue/with-store.js';
import { printable } from '../output/printable.js';
import { objectTitle } from './object-title.js';

interface ListOptions extends StoreOptions {
  readonly state?: CandidateState;
  readonly first: number;
  readonly after?: string;
}

export async function listCandidates(options: ListOptions): Promise<void> {
  const request = pageRequest(options.first, options.after);
  const page = await withStore(options, (store) => store.emerging.page(options.state ?? null, request));
  const candidates = page.items.map(({ node }) => node);
  const next = page.hasNextPage ? (page.items.at(-1)?.cursor ?? null) : null;
  if (options.json) {
    console.log(JSON.stringify({ candidates, next }, null, 2));
    return;
  }
  for (const candidate of candidates) console.log(line(candidate));
  if (candidates.length === 0) console.error('no candidates; "jejaring emerging --keep" searches for some');
  if (next !== null) console.error(`more: --after ${next}`);
}

function line({ id, state, issueId, lastTo, issue }: EmergingCandidate): string {
  const [first, ...others] = issue.objects;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const until = new Date(lastTo).toISOString().slice(0, 16);
  const what = issueId === null ? state : `${state} as ${printable(issueId)}`;
  return `${id}  until ${until}Z  ${issue.accounts} accounts  ${objectTitle(first!)}${more}  ${what}`;
}

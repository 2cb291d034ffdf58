import type { MentionFilter } from '#domain/ports/mention-store.js';
import { mustKnowAgency, unknownInFilter } from '../filter-values.js';
import type { MentionsContext } from './context.js';

/**
 * To be called where a filter matched nothing, so that answers with something in them cost no look-up. Throws NOT_FOUND
 * for an issue, agency or account that is not there: an empty answer would pass for a finding.
 */
export async function mustKnow(filter: MentionFilter, { store, issues, caller }: MentionsContext): Promise<void> {
  const { issueId, agencyId, accountId } = filter;
  if (issueId !== undefined && (await issues.load(issueId)) === null) throw unknownIssue(issueId);
  // Who sees some regions alone is not told which accounts there are elsewhere.
  if (accountId !== undefined && caller.regions === null && (await store.accounts.get([accountId]))[0] === null)
    throw unknownInFilter(
      'account',
      accountId,
      'filter.account',
      'ids of accounts are pseudonyms: find a public one by accounts(handle: …)',
    );
  if (agencyId !== undefined) await mustKnowAgency(agencyId, store, 'filter.agency');
}

export function unknownIssue(issueId: string) {
  return unknownInFilter('issue', issueId, 'filter.issue', '{ issues { nodes { id } } } lists the issues');
}

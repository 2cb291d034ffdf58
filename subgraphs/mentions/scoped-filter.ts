import { narrowedRegion, seesIssue } from '#domain/access/region-scope.js';
import type { MentionFilter } from '#domain/ports/mention-store.js';
import type { MentionsContext } from './context.js';
import { unknownIssue } from './known-in-filter.js';

/**
 * The filter as far as its caller may ask: the store is asked for rows of their region alone, so that pages, counts and
 * cursors are of these. An issue that is not shared with them is, to them, not there. Throws FORBIDDEN, BAD_FILTER, NOT_FOUND.
 */
export async function scopedFilter(filter: MentionFilter, { caller, issues }: MentionsContext): Promise<MentionFilter> {
  if (caller.regions === null) return filter;
  const { issueId, regionCode } = filter;
  if (issueId !== undefined) {
    const issue = await issues.load(issueId);
    if (issue === null || !seesIssue(caller, issue)) throw unknownIssue(issueId);
  }
  return { ...filter, regionCode: narrowedRegion(caller, regionCode, 'filter.region') };
}

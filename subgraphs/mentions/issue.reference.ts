import { seesIssue } from '#domain/access/region-scope.js';
import type { MentionsContext } from './context.js';
import { toIssue } from './issue.mapper.js';
import type { Issue } from './issue.type.js';

/** The issue of an id, null where there is none that the caller may see. */
export async function loadIssue(id: string, context: MentionsContext): Promise<Issue | null> {
  const issue = await context.issues.load(id);
  return issue && seesIssue(context.caller, issue) ? toIssue(issue) : null;
}

import { unknownIssue } from '../../issues/issue-faults.js';
import type { Cypher } from '../connection.js';
import { ISSUE_EXISTS } from './known-issue.cypher.js';

/** Throws NOT_FOUND. */
export async function assertIssue(cypher: Cypher, issueId: string): Promise<void> {
  const found = await cypher.run(ISSUE_EXISTS, { issueId });
  if (found.length === 0) throw unknownIssue(issueId);
}

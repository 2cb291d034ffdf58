import { unknownIssue } from '../../issues/issue-faults.js';
import type { Database } from '../database.js';

/** The surrogate key of an issue. Throws NOT_FOUND. */
export function issueKey(database: Database, issueId: string): number {
  const row = database.get<{ id: number }>('SELECT id FROM issue WHERE slug = ?', issueId);
  if (row === undefined) throw unknownIssue(issueId);
  return row.id;
}

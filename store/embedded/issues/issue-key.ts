import { CodedError } from '#domain/errors/coded-error.js';
import type { Database } from '../database.js';

/** The surrogate key of an issue. Throws NOT_FOUND. */
export function issueKey(database: Database, issueId: string): number {
  const row = database.get<{ id: number }>('SELECT id FROM issue WHERE slug = ?', issueId);
  if (row === undefined)
    throw new CodedError('NOT_FOUND', `there is no issue "${issueId.slice(0, 80)}"`, {
      at: 'issueId',
      hint: '"jejaring issues" lists them',
    });
  return row.id;
}

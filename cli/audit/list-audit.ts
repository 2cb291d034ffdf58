import type { AuditEntry } from '#domain/audit-entry.js';
import { entriesOf } from '#store/audit/read-entries.js';
import { auditFolder } from './audit-folder.js';
import { type PeriodFlags, withinPeriod } from './period.js';

interface Flags extends PeriodFlags {
  readonly data?: string;
  readonly principal?: string;
  readonly first: number;
  readonly after?: number;
  readonly json?: true;
}

export async function listAudit(flags: Flags): Promise<void> {
  const { folder } = await auditFolder(flags);
  const isWithin = withinPeriod(flags);
  const { principal, first, after = 0, json } = flags;
  let printed = 0;
  let last = 0;
  for await (const entry of entriesOf(folder)) {
    if (entry.number <= after || !isWithin(entry)) continue;
    if (principal !== undefined && entry.principal !== principal) continue;
    if (printed === first) {
      console.error(`there are more: --after ${last}`);
      return;
    }
    console.log(json ? JSON.stringify(entry) : lineOf(entry));
    printed += 1;
    last = entry.number;
  }
  if (printed === 0) console.error('no entry of the log is like that');
}

function lineOf({ number, at, action, principal, role, purpose, requestId, what }: AuditEntry): string {
  const { fields = [], ids = [], codes = [], outcomeOf } = what;
  return [
    number,
    at,
    action,
    principal,
    role,
    fields.join(' ') || '-',
    ids.join(' ') || '-',
    outcomeOf === undefined ? '-' : `of ${outcomeOf}`,
    codes.join(' ') || '-',
    purpose === null ? '-' : JSON.stringify(purpose),
    requestId ?? '-',
  ].join('\t');
}

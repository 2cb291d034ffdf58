import type { AuditEntry } from '#domain/audit-entry.js';
import { entriesOf } from '#store/audit/read-entries.js';
import { auditFolder } from './audit-folder.js';
import { type PeriodFlags, withinPeriod } from './period.js';

interface Flags extends PeriodFlags {
  readonly data?: string;
  readonly minCell: number;
}

const ASKED: readonly AuditEntry['action'][] = ['query', 'mutation', 'subscription'];

/** One row a day, role and root field: neither principals nor purposes nor ids. */
export async function summarizeAudit(flags: Flags): Promise<void> {
  const { folder } = await auditFolder(flags);
  const isWithin = withinPeriod(flags);
  const cells = new Map<string, number>();
  for await (const entry of entriesOf(folder)) {
    if (!ASKED.includes(entry.action) || !isWithin(entry)) continue;
    for (const field of entry.what.fields ?? []) {
      const cell = [entry.at.slice(0, 10), quoted(entry.role), entry.action, field].join(',');
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
  }
  console.log('day,role,action,field,requests');
  for (const [cell, requests] of [...cells].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${cell},${requests < flags.minCell ? `<${flags.minCell}` : requests}`);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

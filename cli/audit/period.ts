import { DateTime } from 'luxon';
import type { AuditEntry } from '#domain/audit-entry.js';
import { CodedError } from '#domain/errors/coded-error.js';

export interface PeriodFlags {
  readonly from?: string;
  readonly to?: string;
}

/** Whether an entry lies in the period that the flags name. Throws BAD_PARAMETERS. */
export function withinPeriod(flags: PeriodFlags): (entry: AuditEntry) => boolean {
  const [from, to] = [isoOf('from', flags), isoOf('to', flags)];
  return ({ at }) => (from === null || at >= from) && (to === null || at < to);
}

function isoOf(name: 'from' | 'to', { [name]: text }: PeriodFlags): string | null {
  if (text === undefined) return null;
  const time = DateTime.fromISO(text, { zone: 'utc' });
  if (time.isValid) return time.toJSDate().toISOString();
  throw new CodedError('BAD_PARAMETERS', `"${text}" is no time`, {
    at: `--${name}`,
    hint: 'give ISO 8601, as 2026-11-01 or 2026-11-01T18:00+07:00',
  });
}

import { DateTime } from 'luxon';
import { CodedError } from '#domain/errors/coded-error.js';
import { HOUR, type LookPeriod } from '#graph-jobs/emerging/burst-parameters.js';
import { zoneOf } from '#graph-jobs/ingest/formats/local-time.js';

const DEFAULT_HOURS = 24;

export interface PeriodOptions {
  readonly since?: string;
  readonly until?: string;
  readonly zone: string;
}

/** The zone's name as luxon writes it. Throws BAD_PARAMETERS. */
export function checkedZone(zone: string): string {
  const known = zoneOf(zone);
  if (known.isValid) return known.name;
  throw new CodedError('BAD_PARAMETERS', `"${zone}" is no time zone`, {
    at: '--zone',
    hint: 'an IANA name as Asia/Jakarta, or an offset as +07:00',
  });
}

/** A time of the command line, in the zone where it names none; undefined where none is given. Throws BAD_PARAMETERS. */
export function timeOption(name: 'since' | 'until', { zone, ...options }: PeriodOptions): number | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  const time = DateTime.fromISO(text, { zone });
  if (time.isValid) return time.toMillis();
  throw new CodedError('BAD_PARAMETERS', `"${text}" is no time`, {
    at: `--${name}`,
    hint: 'give ISO 8601, as 2026-03-09 or 2026-03-09T18:00+07:00',
  });
}

/**
 * The hours to look at: up to the one of `until`, or of the newest mention; from `since` on, or a day of them. Throws
 * BAD_PARAMETERS where they hold no hour.
 */
export function lookPeriod(since: number | undefined, until: number | undefined, newest: number): LookPeriod {
  const to = until === undefined ? (Math.floor(newest / HOUR) + 1) * HOUR : Math.ceil(until / HOUR) * HOUR;
  const from = since === undefined ? to - DEFAULT_HOURS * HOUR : Math.floor(since / HOUR) * HOUR;
  if (from < to) return { from, to };
  throw new CodedError('BAD_PARAMETERS', 'There is no hour between the two times', {
    at: '--since',
    hint: `the last hour ends at ${new Date(to).toISOString()}`,
  });
}

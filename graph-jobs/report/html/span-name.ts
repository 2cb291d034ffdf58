import type { ReportView } from './report-view.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A length of time in the largest unit that fits it evenly: "6 hours". */
export function spanName(ms: number, { texts: { timeline }, formats }: ReportView): string {
  if (ms % DAY_MS === 0) return timeline.days(formats.number(ms / DAY_MS));
  if (ms % HOUR_MS === 0) return timeline.hours(formats.number(ms / HOUR_MS));
  return timeline.minutes(formats.number(ms / MINUTE_MS, 1));
}

import type { MentionKind } from '#domain/mention.js';
import type { Timeline } from '#domain/run-document.js';
import type { Formats } from './formats.js';

const MOST_ROWS = 31;

export interface PeriodRow {
  readonly name: string;
  readonly social: Readonly<Record<MentionKind, number>>;
  readonly news: number;
  readonly total: number;
}

/** The timeline by local day where that makes a table of a page at most, else by month or by year. */
export function periodRows(timeline: Timeline, formats: Formats): readonly PeriodRow[] {
  const names = [formats.day, formats.month, (time: number) => formats.year(time)];
  const tables = names.map((name) => rowsBy(timeline, name));
  return tables.find(({ length }) => length <= MOST_ROWS) ?? tables.at(-1)!;
}

function rowsBy({ buckets }: Timeline, name: (time: number) => string): PeriodRow[] {
  const rows = new Map<string, { social: Record<MentionKind, number>; news: number; total: number }>();
  for (const { start, counts } of buckets) {
    const key = name(start);
    const row = rows.get(key) ?? { social: { ORIGINAL: 0, REPOST: 0, REPLY: 0, QUOTE: 0 }, news: 0, total: 0 };
    rows.set(key, row);
    for (const { stream, kind, count } of counts) {
      if (stream === 'NEWS') row.news += count;
      else row.social[kind] += count;
      row.total += count;
    }
  }
  return [...rows].map(([key, row]) => ({ name: key, ...row }));
}

import type { ReportLanguage } from './texts/catalogues.js';

export const REPORT_ZONES = ['wib', 'wita', 'wit'] as const;
export type ReportZone = (typeof REPORT_ZONES)[number];

const ZONES: Readonly<Record<ReportZone, { name: string; iana: string; offsetMs: number }>> = {
  wib: { name: 'WIB (UTC+7)', iana: 'Asia/Jakarta', offsetMs: 7 * 3_600_000 },
  wita: { name: 'WITA (UTC+8)', iana: 'Asia/Makassar', offsetMs: 8 * 3_600_000 },
  wit: { name: 'WIT (UTC+9)', iana: 'Asia/Jayapura', offsetMs: 9 * 3_600_000 },
};

const DAYS_WITH_HOURS = 4;
const DAYS_WITHOUT_YEAR = 300;

/** Numbers and times as the language writes them, in one of Indonesia's zones. */
export interface Formats {
  readonly zoneName: string;
  /** Milliseconds to add to UTC; Indonesia knows no summer time. */
  readonly offsetMs: number;
  /** At most `digits` decimals. */
  number(value: number, digits?: number): string;
  /** 0..1 as per cent. */
  percent(share: number): string;
  /** A small share with two digits of its own: 1.2E-9. */
  rate(share: number): string;
  /** Day and minute, with the zone's letters. */
  moment(time: number): string;
  /** Day and minute without the zone: for places that name it. */
  minute(time: number): string;
  day(time: number): string;
  month(time: number): string;
  year(time: number): string;
  /** Day and second, no zone: for table columns whose head names it. */
  second(time: number): string;
  /** Short label of an axis that spans so many days: day and hour, day, or month and year. */
  axis(time: number, days: number): string;
  list(items: readonly string[]): string;
}

export function formatsFor(language: ReportLanguage, zone: ReportZone): Formats {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const { name, iana, offsetMs } = ZONES[zone];
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: iana, hourCycle: 'h23', ...options });
  const day = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const minute = date({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  const second = date({
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const month = date({ month: 'long', year: 'numeric' });
  const year = date({ year: 'numeric' });
  const shortDay = date({ day: 'numeric', month: 'short' });
  const shortMonth = date({ month: 'short', year: 'numeric' });
  const hour = date({ hour: '2-digit', minute: '2-digit' });
  const rate = new Intl.NumberFormat(locale, { notation: 'scientific', maximumSignificantDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    zoneName: name,
    offsetMs,
    number: (value, digits = 0) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    percent: (share) => percent.format(share),
    rate: (share) => rate.format(share),
    moment: (time) => `${minute.format(time)} ${zone.toUpperCase()}`,
    minute: (time) => minute.format(time),
    day: (time) => day.format(time),
    month: (time) => month.format(time),
    year: (time) => year.format(time),
    second: (time) => second.format(time),
    axis: (time, days) => {
      if (days > DAYS_WITHOUT_YEAR) return shortMonth.format(time);
      return days < DAYS_WITH_HOURS ? `${shortDay.format(time)}\n${hour.format(time)}` : shortDay.format(time);
    },
    list: (items) => list.format(items),
  };
}

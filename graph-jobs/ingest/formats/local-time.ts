import { DateTime, Info } from 'luxon';
import { FieldFault } from './field-fault.js';
import type { FormatOptions } from './format-options.js';

const ISO = /^\d{4}-\d{2}-\d{2}T/;
const NAMES_ZONE = /(Z|[+-]\d{2}(:?\d{2})?)$/i;
const OFFSET = /^[+-]\d{1,2}(:\d{2})?$/;

interface TimePatterns {
  /** Of luxon; ISO 8601 is read besides. */
  readonly patterns: readonly string[];
  /** Of the format, where the user names none. */
  readonly zone: string;
  readonly locale?: string;
}

/** Makes a function that reads the times of a format, in Unix milliseconds. It throws FieldFault for what is no time. */
export function timeReader(times: TimePatterns, options: FormatOptions): (field: string, text: string) => number {
  const zone = options.zone ?? times.zone;
  const normal = zoneOf(zone);
  const { locale = 'en' } = times;
  // Made once: a pattern is taken apart at a cost of many times that of reading a time.
  const parsers = times.patterns.map((pattern) => ({
    parser: DateTime.buildFormatParser(pattern, { locale }),
    namesZone: pattern.includes('Z'),
  }));
  return (field, text) => {
    if (text === '') throw new FieldFault(field, 'is empty');
    if (ISO.test(text)) {
      const time = DateTime.fromISO(text, { zone: normal });
      if (!time.isValid) throw new FieldFault(field, `"${text.slice(0, 80)}" is no date`);
      if (!NAMES_ZONE.test(text)) options.notes?.assumedZones.add(zone);
      return time.toMillis();
    }
    for (const { parser, namesZone } of parsers) {
      const time = DateTime.fromFormatParser(text, parser, { zone: normal, locale });
      if (!time.isValid) continue;
      if (!namesZone) options.notes?.assumedZones.add(zone);
      return time.toMillis();
    }
    throw new FieldFault(field, `"${text.slice(0, 80)}" is no date of the form ${times.patterns[0]}`);
  };
}

/** A zone by its IANA name or offset; not valid when there is no such zone. */
export function zoneOf(zone: string) {
  return Info.normalizeZone(OFFSET.test(zone) ? `UTC${zone}` : zone);
}

import { DateTime, Info } from 'luxon';
import { CodedError } from '#domain/errors/coded-error.js';
import type { ColumnIndex, Fields } from './compile-source.js';
import type { TimeSource } from './csv-mapping.js';
import { FieldFault } from './field-fault.js';
import { pastTime } from './field-rules.js';

const UNIX = { 'unix-s': 1000, 'unix-ms': 1 } as const;
const NUMBER = /^-?\d{1,16}(\.\d+)?$/;
const OFFSET = /^[+-]\d{1,2}(:\d{2})?$/;

/**
 * Makes a function that takes a time from a row, in Unix milliseconds, or null where the field is empty; it throws
 * FieldFault for what is no date or lies out of bounds. Throws BAD_MAPPING for a zone that does not exist.
 */
export function compileTime(
  source: TimeSource,
  path: string,
  index: ColumnIndex,
  now: number,
): (fields: Fields) => number | null {
  const at = index(source.column, path);
  const parse = timeParser(source, path);
  return (fields) => {
    const text = fields[at]!.trim();
    return text === '' ? null : pastTime(path, parse(text), now);
  };
}

function timeParser({ format, zone }: TimeSource, path: string): (text: string) => number {
  if (format === 'unix-s' || format === 'unix-ms') {
    const unit = UNIX[format];
    return (text) => {
      if (!NUMBER.test(text)) throw new FieldFault(path, `"${text.slice(0, 80)}" is no Unix time`);
      return Math.trunc(Number(text) * unit);
    };
  }
  const normal = Info.normalizeZone(zone === undefined ? 'utc' : OFFSET.test(zone) ? `UTC${zone}` : zone);
  if (!normal.isValid)
    throw new CodedError('BAD_MAPPING', `"${zone}" is no time zone`, {
      at: `${path}.zone`,
      hint: 'an IANA name as Asia/Jakarta, or an offset as +07:00',
    });
  return (text) => {
    const time =
      format === 'iso'
        ? DateTime.fromISO(text, { zone: normal })
        : DateTime.fromFormat(text, format, { zone: normal, locale: 'en' });
    if (!time.isValid) throw new FieldFault(path, `"${text.slice(0, 80)}" is no date of the form ${format}`);
    return time.toMillis();
  };
}

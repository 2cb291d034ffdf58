import { isRegionCode } from '#domain/region.js';
import { FieldFault } from './field-fault.js';

const PLATFORM = /^[a-z0-9][a-z0-9._-]*$/;
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
const CONTROL = /\p{Cc}/u;
const LONE_SURROGATE = /\p{Cs}/u;
const LONGEST_ID = 512;
const LONGEST_TEXT = 1 << 20;
const DAY = 86_400_000;
const EARLIEST = Date.UTC(2000, 0, 1);

/** The rules that hold for a field whatever the format. Each gives the value as it is stored, or throws FieldFault. */

export function requiredId(field: string, value: string): string {
  if (value === '' || value.trim() === '') throw new FieldFault(field, 'is empty');
  if (value.length > LONGEST_ID) throw new FieldFault(field, `is longer than ${LONGEST_ID} characters`);
  if (CONTROL.test(value)) throw new FieldFault(field, 'holds a control character');
  return value;
}

export function platformName(field: string, value: string): string {
  if (!PLATFORM.test(value) || value.length > 64)
    throw new FieldFault(field, `"${value.slice(0, 80)}" is no platform name: lower case letters, digits, . _ -`);
  return value;
}

/** Unix milliseconds between 2000 and a day after `now`, a day being what clocks and zones may be off. */
export function pastTime(field: string, value: number, now: number): number {
  if (!Number.isSafeInteger(value)) throw new FieldFault(field, 'is no date');
  if (value < EARLIEST) throw new FieldFault(field, `lies before the year 2000: ${shown(value)}`);
  if (value > now + DAY) throw new FieldFault(field, `lies in the future: ${shown(value)}`);
  return value;
}

function shown(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : date.toISOString();
}

export function plainText(field: string, value: string): string {
  if (value.length > LONGEST_TEXT) throw new FieldFault(field, `is longer than ${LONGEST_TEXT} characters`);
  if (value.includes('\0')) throw new FieldFault(field, 'holds a NUL character');
  if (LONE_SURROGATE.test(value)) throw new FieldFault(field, 'is not valid Unicode');
  return value;
}

/** Absolute http and https addresses, as given. */
export function webAddresses(field: string, values: readonly string[]): readonly string[] {
  for (const value of values) {
    if (!/^https?:\/\//i.test(value) || !URL.canParse(value))
      throw new FieldFault(field, `"${value.slice(0, 80)}" is no http address`);
    plainText(field, value);
  }
  return values;
}

/** Hashtags in one spelling: NFKC, lower case, no '#', each once. */
export function normalHashtags(field: string, values: readonly string[]): readonly string[] {
  if (values.length === 0) return values;
  const normal = values.map((value) => {
    const tag = value.normalize('NFKC').replace(/^#+/, '').trim().toLowerCase();
    if (tag === '') throw new FieldFault(field, 'holds an empty hashtag');
    return plainText(field, tag);
  });
  return [...new Set(normal)];
}

export function regionCode(field: string, value: string): string {
  if (!isRegionCode(value)) throw new FieldFault(field, `"${value.slice(0, 80)}" is no region code: 31 or 31.71`);
  return value;
}

export function languageTag(field: string, value: string): string {
  if (!LANGUAGE.test(value)) throw new FieldFault(field, `"${value.slice(0, 80)}" is no language tag`);
  return value;
}

/** Plain digits, with the `.0` that statistics programs write. "1.250" is a thousand here and one elsewhere: refused. */
export function wholeNumber(field: string, text: string): number {
  const value = /^\d+(\.0)?$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value))
    throw new FieldFault(field, `"${text.slice(0, 80)}" is no whole number from 0 in plain digits`);
  return value;
}

export function oneOf<T extends string>(field: string, value: string, allowed: readonly T[]): T {
  if (!allowed.includes(value as T))
    throw new FieldFault(field, `"${value.slice(0, 80)}" is none of ${allowed.join(', ')}`);
  return value as T;
}

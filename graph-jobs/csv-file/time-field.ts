import { createRequire } from 'node:module';
import type { Fault } from './csv-reader.js';

const LOWEST = Date.UTC(1990, 0);
const HIGHEST = Date.UTC(2100, 0);
const DOT = 46;

export const BAD_TIME: Fault = { field: 'time', reason: 'not Unix seconds or ISO 8601 between 1990 and 2100' };

/**
 * Unix milliseconds of a time field in bytes: Unix seconds with or without a fraction, or ISO 8601 (UTC where it names
 * no zone). NaN for anything else, and for times outside 1990-2100, which are milliseconds taken for seconds or worse.
 */
export function timeOfField(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  let scale = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === DOT && scale === 0) scale = 1;
    else if (byte >= 48 && byte <= 57) {
      value = value * 10 + byte - 48;
      if (scale > 0) scale *= 10;
    } else return timeOfText(new TextDecoder().decode(bytes.subarray(start, end)));
  }
  return inRange(Math.round((value * 1000) / Math.max(scale, 1)));
}

// Loaded by need: a file of Unix seconds, and every run of the command, would wait for it in vain.
const require = createRequire(import.meta.url);

function timeOfText(text: string): number {
  const { DateTime } = require('luxon') as typeof import('luxon');
  return inRange(DateTime.fromISO(text.trim().replace(' ', 'T'), { zone: 'utc' }).toMillis());
}

function inRange(time: number): number {
  return time >= LOWEST && time < HIGHEST ? time : Number.NaN;
}

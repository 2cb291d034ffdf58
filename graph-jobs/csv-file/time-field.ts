import { createRequire } from 'node:module';

const LOWEST = Date.UTC(1990, 0);
const HIGHEST = Date.UTC(2100, 0);
const DOT = 46;

const LONGEST_SHOWN = 40;

/** Why `timeOfField` gave NaN for a field: what stands there, and what it may be. */
export function timeFault(bytes: Uint8Array, start: number, end: number): string {
  // It goes to a terminal: no control characters of the file may steer that.
  const text = new TextDecoder().decode(bytes.subarray(start, end)).replace(/\p{C}/gu, '�');
  if (text.trim() === '') return 'empty';
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  const reason = `"${shown}" is not Unix seconds or ISO 8601 between 1990 and 2100`;
  const milliseconds = /^\d+$/.test(text) && !Number.isNaN(inRange(Number(text)));
  return milliseconds ? `${reason}; it looks like milliseconds: divide by 1000` : reason;
}

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

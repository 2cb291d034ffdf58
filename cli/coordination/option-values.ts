import { InvalidArgumentError } from 'commander';
import { MOST_WINDOWS, wantedOfRate } from '#domain/run-parameters.js';

const LONGEST_WINDOW_SECONDS = 31_536_000;

export function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('it must be a whole number of 1 or more');
  return Number(text);
}

export function countOrNone(text: string): number {
  return text === '0' ? 0 : count(text);
}

export function seconds(text: string): number {
  const value = Number(text);
  if (!/^\d+(\.\d{1,3})?$/.test(text) || value > LONGEST_WINDOW_SECONDS)
    throw new InvalidArgumentError('it must be seconds, at most a year, with at most three decimals');
  return value;
}

export function hours(text: string): number {
  const value = Number(text);
  if (!/^\d+(\.\d{1,3})?$/.test(text) || value <= 0 || value > LONGEST_WINDOW_SECONDS / 3600)
    throw new InvalidArgumentError('it must be hours above 0, at most a year, with at most three decimals');
  return value;
}

/** `10,60,600` ascending, each once. */
export function windows(text: string): readonly number[] {
  const given = text.split(',').map((part) => seconds(part.trim()));
  if (given.length > MOST_WINDOWS) throw new InvalidArgumentError(`it must be at most ${MOST_WINDOWS} windows`);
  return [...new Set(given)].sort((a, b) => a - b);
}

export function rate(text: string): number {
  const value = /^\d*\.?\d+(e-\d+)?$/i.test(text) ? Number(text) : text;
  const wanted = wantedOfRate(value);
  if (wanted !== null) throw new InvalidArgumentError(`it must be ${wanted}`);
  return value as number;
}

export function similarity(text: string): number {
  const value = Number(text);
  if (!(value > 0.5 && value <= 1)) throw new InvalidArgumentError('it must be a number above 0.5 and up to 1');
  return value;
}

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { SortedActions } from '#domain/detection.js';
import { sortActions } from '../sort-actions.js';
import { layerActivity } from './layer-activity.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/**
 * What a shuffled copy leaves to chance. In all but the last, accounts are permuted among the actions of one hour, one day,
 * everywhere, on one object, or in one time block of test 1; in the last, an account's objects among its own actions of
 * one week.
 */
export const SHUFFLE_RULES = ['HOURS', 'DAYS', 'EVERYWHERE', 'OBJECTS', 'OWN_WEEKS'] as const;
export type ShuffleRule = (typeof SHUFFLE_RULES)[number] | 'BLOCKS';

/** Copy `number` under a rule: the same rule, seed, number and actions (in canonical order) give the same copy. */
export function shuffledActions(
  actions: SortedActions,
  rule: ShuffleRule,
  seed: number,
  number: number,
): SortedActions {
  const random = xoroshiro128plus(mixed(seed, rule, number));
  const swap = (column: Uint32Array, rows: Uint32Array, start: number, end: number) => {
    // Fisher-Yates.
    for (let i = end - 1; i > start; i--) {
      const [a, b] = [rows[i]!, rows[uniformInt(random, start, i)]!];
      const kept = column[a]!;
      column[a] = column[b]!;
      column[b] = kept;
    }
  };
  if (rule === 'OWN_WEEKS') return withShuffledObjects(actions, swap);
  const account = actions.account.slice();
  const { rows, ends } = strata(actions.length, stratumOf(actions, rule));
  let start = 0;
  for (const end of ends) {
    swap(account, rows, start, end);
    start = end;
  }
  return { ...actions, account };
}

type Swap = (column: Uint32Array, rows: Uint32Array, start: number, end: number) => void;

function withShuffledObjects(actions: SortedActions, swap: Swap): SortedActions {
  const { byAccount } = layerActivity(actions);
  const object = actions.object.slice();
  const week = (row: number) => Math.floor(actions.time[row]! / WEEK);
  for (let account = 0; account < actions.accountCount; account++) {
    const rows = byAccount.rows.slice(byAccount.start[account]!, byAccount.start[account + 1]!);
    rows.sort((a, b) => week(a) - week(b) || a - b);
    for (let start = 0, end = 1; start < rows.length; start = end, end += 1) {
      while (end < rows.length && week(rows[end]!) === week(rows[start]!)) end += 1;
      swap(object, rows, start, end);
    }
  }
  return sortActions({ ...actions, object });
}

function stratumOf(actions: SortedActions, rule: Exclude<ShuffleRule, 'OWN_WEEKS'>): (row: number) => number {
  const { time, object } = actions;
  switch (rule) {
    case 'HOURS':
      return (row) => Math.floor(time[row]! / HOUR);
    case 'DAYS':
      return (row) => Math.floor(time[row]! / DAY);
    case 'EVERYWHERE':
      return () => 0;
    case 'OBJECTS':
      return (row) => object[row]!;
    case 'BLOCKS': {
      const { block } = layerActivity(actions).blocks;
      return (row) => block[row]!;
    }
  }
}

/** Rows of one stratum one after another, and where each stratum ends. */
function strata(length: number, stratumOfRow: (row: number) => number): { rows: Uint32Array; ends: number[] } {
  const stratum = Float64Array.from({ length }, (_, row) => stratumOfRow(row));
  const first = stratum.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  // One number that sorts by stratum, then row: the engine's own sort of numbers does the work.
  const keys = stratum.map((value, row) => (value - first) * length + row).sort();
  const rows = Uint32Array.from(keys, (key) => key % length);
  const ends: number[] = [];
  for (let i = 1; i <= length; i++) if (i === length || stratum[rows[i]!] !== stratum[rows[i - 1]!]) ends.push(i);
  return { rows, ends };
}

/** A seed whose neighbours are unlike it (the finisher of MurmurHash3): copies 1 and 2 must have nothing in common. */
function mixed(seed: number, rule: ShuffleRule, number: number): number {
  let hash = Math.imul(seed, 0x9e3779b1) ^ Math.imul(number, 0x85ebca77);
  for (const letter of rule) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

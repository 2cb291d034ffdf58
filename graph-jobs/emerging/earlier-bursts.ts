import type { EarlierBursts } from '#domain/emerging-issue.js';
import { LEAST_HISTORY_HOURS, WINDOW_HOURS } from './burst-parameters.js';
import type { Burst, BurstScan } from './burst-scan.js';
import type { MentionObjects } from './mention-objects.js';

/**
 * New things burst every day: this is what is usual in this stream. Counts are taken from the hours before the period that
 * have enough before them, an object once for each length of window.
 */
export function compareWithEarlier({ kind, objectCount }: MentionObjects, scan: BurstScan) {
  const first = LEAST_HISTORY_HOURS + 1;
  const last = scan.firstLook - 1;
  const excess = new Map<string, number[]>();
  for (let object = 0; object < objectCount; object++) {
    const most = new Map<number, number>();
    for (const burst of scan.bursts(object, first, last))
      most.set(hoursOf(burst), Math.max(most.get(hoursOf(burst)) ?? 0, burst.accounts - burst.expected));
    for (const [hours, value] of most) listOf(excess, `${kind[object]} ${hours}`).push(value);
  }
  const days = Math.max(0, last - first + 1) / Math.max(...WINDOW_HOURS);
  return (burst: Burst): EarlierBursts => {
    const all = excess.get(`${kind[burst.object]} ${hoursOf(burst)}`) ?? [];
    const own = burst.accounts - burst.expected;
    return { asLarge: all.reduce((count, value) => count + (value >= own ? 1 : 0), 0), days };
  };
}

function hoursOf({ from, to }: Burst): number {
  return to - from;
}

function listOf(lists: Map<string, number[]>, name: string): number[] {
  const list = lists.get(name) ?? [];
  lists.set(name, list);
  return list;
}

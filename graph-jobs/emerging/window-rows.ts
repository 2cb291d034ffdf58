import { HOUR } from './burst-parameters.js';
import type { Burst } from './burst-scan.js';
import type { HourCounts } from './hour-counts.js';
import type { MentionObjects } from './mention-objects.js';

/** Rows of the mentions that carry the object of a burst in its window, ascending. */
export function windowRows({ start, rows, time }: MentionObjects, counts: HourCounts, burst: Burst): Uint32Array {
  const own = rows.subarray(start[burst.object]!, start[burst.object + 1]!);
  const first = (hour: number) => firstAt(own, time, counts.origin + hour * HOUR);
  return own.subarray(first(burst.from), first(burst.to));
}

function firstAt(rows: Uint32Array, time: Float64Array, at: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[rows[middle]!]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

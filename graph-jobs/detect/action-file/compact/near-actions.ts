import { MOST_PAIRS_ON_OBJECT } from '#domain/detection.js';
import { freeBuffers, zeroWords } from '#platform/free-memory.js';
import type { NetworkParameters } from '../../compatible-network.js';
import { REPEATED, ROW, START } from '../../pair-columns.js';
import type { ActionRows } from '../action-rows.js';
import { sortRows } from './sort-rows.js';

export type CompactParameters = Omit<NetworkParameters, 'minParticipation'>;

/** The actions with a neighbour in time, sorted by object and time. The others are in no pair. */
export interface NearActions {
  /** As in PairColumns, but the account's code without marks, or REPEATED and the place in `accountOfRepeated`. */
  readonly packed: Uint32Array;
  readonly inCrowd: Uint8Array | null;
  /** By place in the rows with repeated posts. */
  readonly accountOfRepeated: Uint32Array;
  readonly crowdedObjects: number;
  readonly objects: number;
}

/** Writes over `codes`, the accounts' codes by row. */
export function nearActions(
  columns: ActionRows,
  knownObjects: number,
  codes: Uint32Array,
  repeatedRows: Uint32Array,
  { windowSeconds, mostPairsOnObject = MOST_PAIRS_ON_OBJECT }: CompactParameters,
): NearActions {
  const accountOfRepeated = repeatedRows.map((row) => codes[row]!);
  for (let i = 0; i < repeatedRows.length; i++) codes[repeatedRows[i]!] = REPEATED + i;
  const { start, windowStart } = sortedWindows(columns, knownObjects, codes, windowSeconds * 1000);
  freeBuffers();
  const { count, inCrowd } = crowds(start, windowStart, mostPairsOnObject);
  const packed = packedNear(windowStart, codes, inCrowd);
  return {
    packed,
    inCrowd: inCrowd?.subarray(0, packed.length / ROW) ?? null,
    accountOfRepeated,
    crowdedObjects: count,
    objects: start.length - 1,
  };
}

/** Does not return the times, so that they can be freed. */
function sortedWindows(columns: ActionRows, knownObjects: number, codes: Uint32Array, windowMs: number) {
  const { start, steps, stepMs } = sortedTimes(columns, knownObjects, codes);
  freeBuffers();
  return { start, windowStart: windowStarts(start, steps, windowMs / stepMs) };
}

/** Does not return the column of objects, so that it can be freed. */
function sortedTimes(columns: ActionRows, knownObjects: number, codes: Uint32Array) {
  const { steps, stepMs } = columns.takeTimes();
  const objectCount = columns.objectCount(knownObjects);
  return { start: sortRows(columns.takeObjects(knownObjects), objectCount, steps, codes), steps, stepMs };
}

/** How far back each row's window reaches: the first row on its object that is at most `reach` before it. */
function windowStarts(start: Uint32Array, time: Uint32Array | Float64Array, reach: number): Uint32Array {
  const windowStart = zeroWords(time.length);
  for (let object = 0; object + 1 < start.length; object++) {
    let first = start[object]!;
    for (let row = first; row < start[object + 1]!; row++) {
      while (time[row]! - time[first]! > reach) first += 1;
      windowStart[row] = first;
    }
  }
  return windowStart;
}

/** How many objects are crowds, see crowded-objects.ts, and 1 for each row on one. */
function crowds(
  start: Uint32Array,
  windowStart: Uint32Array,
  most: number,
): { count: number; inCrowd: Uint8Array | null } {
  let count = 0;
  let inCrowd: Uint8Array | null = null;
  for (let object = 0; object + 1 < start.length; object++) {
    const first = start[object]!;
    const end = start[object + 1]!;
    let pairs = 0;
    for (let row = first; row < end; row++) pairs += row - windowStart[row]!;
    if (pairs <= most) continue;
    count += 1;
    inCrowd ??= new Uint8Array(windowStart.length);
    inCrowd.fill(1, first, end);
  }
  return { count, inCrowd };
}

/** The rows that have a neighbour within the window, in their order; moves those of `inCrowd` to its front. */
function packedNear(windowStart: Uint32Array, codes: Uint32Array, inCrowd: Uint8Array | null): Uint32Array {
  const { length } = windowStart;
  const isNear = (row: number) => windowStart[row]! < row || (row + 1 < length && windowStart[row + 1]! <= row);
  let near = 0;
  for (let row = 0; row < length; row++) if (isNear(row)) near += 1;
  const packed = zeroWords(ROW * near);
  for (let row = 0, to = 0; row < length; row++) {
    if (!isNear(row)) continue;
    packed[ROW * to] = codes[row]!;
    // All in the window of a row have a neighbour: this row. So they stay as far away from it as they were.
    packed[ROW * to + START] = to - (row - windowStart[row]!);
    if (inCrowd !== null) inCrowd[to] = inCrowd[row]!;
    to += 1;
  }
  return packed;
}

import type { SortedActions } from '#domain/detection.js';
import { partOfProgress } from '#domain/part-of-progress.js';
import { type CalibratedNetwork, judged } from '../calibrated-network.js';
import type { SweepOutcome } from '../pair-sweep.js';
import { joined } from '../pair-tests.js';
import { type CalibratedParameters, preparedLayers } from '../prepared-layers.js';
import type { SweepTable } from '../sweep-table.js';
import { inThreads, type ThreadOptions } from './detect-threads.js';
import { onSharedMemory } from './shared-memory.js';
import type { SweepTask } from './thread-task.js';

/** Ranges for each thread, so that none waits long for the last one. */
const RANGES_PER_THREAD = 4;
/** Neighbours to look at from which on a second thread is worth its start: some tenths of a second. */
const LEAST_WORK = 1 << 26;

/** The calibrated network, its pairs tested in so many threads where there are many; the same as calibratedNetwork(). */
export async function calibratedNetworkInThreads(
  layers: readonly SortedActions[],
  { windowsSeconds, fdr, refinements }: CalibratedParameters,
  threads: number,
  { onProgress = () => undefined, signal }: ThreadOptions = {},
  leastWork = LEAST_WORK,
): Promise<CalibratedNetwork> {
  const prepared = preparedLayers(layers, windowsSeconds, refinements);
  const sweeps: SweepOutcome[] = [];
  for (const [i, { table }] of prepared.entries()) {
    const work = workBefore(table);
    const many = work.at(-1)! >= leastWork;
    const shared = many ? onSharedMemory(table) : table;
    const ranges = rangesOf(work, many ? threads * RANGES_PER_THREAD : 1);
    const tasks = ranges.map((accounts): SweepTask => ({ kind: 'sweep', table: shared, accounts, mostP: fdr }));
    const progress = partOfProgress(onProgress, i, prepared.length);
    sweeps.push(together(await inThreads(tasks, many ? threads : 0, { onProgress: progress, signal })));
  }
  return judged(prepared, sweeps, fdr, refinements);
}

/** Neighbours that the accounts before each one look at; the last entry is all of them. */
function workBefore({ code, start, rows, low, high }: SweepTable): Float64Array {
  const before = new Float64Array(code.length + 1);
  for (let account = 0; account < code.length; account++) {
    let work = 0;
    for (let i = start[account]!; i < start[account + 1]!; i++) work += high[rows[i]!]! - low[rows[i]!]!;
    before[account + 1] = before[account]! + work;
  }
  return before;
}

function rangesOf(workBefore: Float64Array, count: number): (readonly [number, number])[] {
  const accounts = workBefore.length - 1;
  const ranges: (readonly [number, number])[] = [];
  for (let first = 0, range = 1; range <= count; range++) {
    let end = range === count ? accounts : first;
    while (end < accounts && workBefore[end]! < (workBefore[accounts]! * range) / count) end += 1;
    if (end > first || count === 1) ranges.push([first, end]);
    first = end;
  }
  return ranges;
}

function together(outcomes: readonly SweepOutcome[]): SweepOutcome {
  const windows = outcomes[0]?.tried.length ?? 0;
  return {
    tests: joined(outcomes.map(({ tests }) => tests)),
    tried: Uint32Array.from({ length: windows }, (_, w) => outcomes.reduce((sum, { tried }) => sum + tried[w]!, 0)),
  };
}

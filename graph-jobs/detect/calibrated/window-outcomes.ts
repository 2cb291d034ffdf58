import type { SortedActions, WindowOutcome } from '#domain/detection.js';
import { partOfProgress } from '#domain/part-of-progress.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { RunParameters } from '#domain/run.js';
import { calibratedGroups } from './calibrated-groups.js';
import { judged } from './calibrated-network.js';
import { type SweepOutcome, sweepPairs } from './pair-sweep.js';
import { kept } from './pair-tests.js';
import { type PreparedLayer, preparedLayers } from './prepared-layers.js';

/** Shown beside the windows that were asked for: what seconds, minutes and an hour give. */
const LADDER = [10, 60, 600, 3600];

/** What each window alone would find, so that a reader sees whether the result hangs on the one that was chosen. */
export function windowOutcomes(
  layers: readonly SortedActions[],
  { windowsSeconds, fdr, resolution, seed }: Pick<RunParameters, 'windowsSeconds' | 'fdr' | 'resolution' | 'seed'>,
  onProgress: ProgressListener,
): WindowOutcome[] {
  const windows = [...new Set([...windowsSeconds, ...LADDER])].sort((a, b) => a - b);
  const prepared = preparedLayers(layers, windows);
  const sweeps = prepared.map(({ table }, layer) =>
    sweepPairs(table, [0, table.code.length], fdr, partOfProgress(onProgress, layer, layers.length)),
  );
  return windows.map((windowSeconds, window) => {
    const network = judged(
      prepared.map((layer) => ofWindow(layer, window)),
      sweeps.map((sweep) => sweepOfWindow(sweep, window)),
      fdr,
    );
    const { groups, edges } = calibratedGroups(network, resolution, seed);
    return {
      windowSeconds,
      pairsTried: network.tried[0] ?? 0,
      pairsBeyondWho: network.passedWho[0] ?? 0,
      pairsKept: edges.length,
      groups: groups.length,
      accounts: groups.reduce((sum, { members }) => sum + members.length, 0),
    };
  });
}

function ofWindow(layer: PreparedLayer, window: number): PreparedLayer {
  return { ...layer, slots: [layer.slots[window]!] };
}

function sweepOfWindow({ tests, tried }: SweepOutcome, window: number): SweepOutcome {
  const own = kept(tests, (row) => tests.window[row] === window);
  return { tests: { ...own, window: new Uint32Array(own.length) }, tried: tried.slice(window, window + 1) };
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type MeasuredProcess, middleOfRuns } from './measured-process.js';
import { writeSimulatedActions } from './simulated-actions.js';

const SIZES = [100_000, 1_000_000, 10_000_000];
/** Below ten million a run takes no more than seconds, and one alone may meet whatever else the machine does. */
const RUNS = 5;
const MIB = 2 ** 20;

/** Time and memory an action as the file grows, what a file of one action takes left out: the middle of five runs, of one at ten million. */
export function printScaling(folder: string, windowSeconds: number): void {
  const base = measured(folder, windowSeconds, 1);
  console.log(`one action: ${base.seconds.toFixed(2)} s, ${base.peakMiB} MiB; beyond that:`);
  const times = SIZES.map((actions) => {
    const { seconds, peakMiB } = measured(folder, windowSeconds, actions);
    const microseconds = ((seconds - base.seconds) * 1e6) / actions;
    const bytes = ((peakMiB - base.peakMiB) * MIB) / actions;
    const figures = `${microseconds.toFixed(2)} us and ${bytes.toFixed(0)} bytes an action`;
    console.log(`${actions.toLocaleString('en')} actions: ${seconds.toFixed(2)} s, ${peakMiB} MiB, ${figures}`);
    return microseconds;
  });
  console.log(`time an action, slowest over fastest size: ${(Math.max(...times) / Math.min(...times)).toFixed(2)}`);
}

function measured(folder: string, windowSeconds: number, actions: number): MeasuredProcess {
  const file = join(folder, 'simulated.csv');
  const edges = join(folder, 'simulated-edges.csv');
  writeSimulatedActions(file, actions);
  const words = ['coordination', file, '--mode', 'compatible', '--window', `${windowSeconds}`, '--edges', edges];
  const middle = middleOfRuns(actions < 10_000_000 ? RUNS : 1, words, edges);
  if (middle.exitCode !== 0) throw new Error(`jejaring ended with ${middle.exitCode}`);
  rmSync(file);
  return middle;
}

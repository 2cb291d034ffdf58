import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { compiledModule } from '#platform/package-root.js';
import { type MeasuredProcess, measuredProcess } from './measured-process.js';
import { writeSimulatedActions } from './simulated-actions.js';

const SIZES = [100_000, 1_000_000, 10_000_000];
const MIB = 2 ** 20;

/** Time and memory an action as the file grows, what a file of one action takes left out. */
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
  const outcome = measuredProcess(process.execPath, [compiledModule('cli/main.js'), ...words]);
  if (outcome.exitCode !== 0) throw new Error(`jejaring ended with ${outcome.exitCode}`);
  rmSync(file);
  return outcome;
}

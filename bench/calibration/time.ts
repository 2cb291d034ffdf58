import { compiledModule } from '#platform/package-root.js';
import { measuredProcess } from '../coordination/measured-process.js';
import { CED } from './copies.js';

const { object, account, time, content } = CED.mapping;
const FILE = [
  CED.file,
  '--format',
  'csv',
  '--map',
  `object=${object},account=${account},time=${time},content=${content}`,
];
const RUNS = {
  'compatible, 60 s, edges written': ['--mode', 'compatible', '--window', '60', '--edges', '/dev/null'],
  'calibrated, 10, 60 and 600 s': ['--windows', '10,60,600'],
  'calibrated, 10, 60 and 600 s, 1 thread': ['--windows', '10,60,600', '--threads', '1'],
} as const;
/** 74 reposts have no date, and are named. */
const EXPECTED_EXIT = 3;

/** Whole processes on the CED reposts, in one run. */
export function timeAgainstCompatible(): void {
  let compatible = 0;
  for (const [name, options] of Object.entries(RUNS)) {
    const words = [compiledModule('cli/main.js'), 'coordination', ...FILE, ...options];
    const { seconds, peakMiB, exitCode } = measuredProcess(process.execPath, words);
    if (exitCode !== EXPECTED_EXIT) throw new Error(`${name} ended with ${exitCode}`);
    compatible ||= seconds;
    console.log(
      `${name}: ${seconds.toFixed(1)} s (${(seconds / compatible).toFixed(2)} x), peak memory ${peakMiB} MiB`,
    );
  }
}

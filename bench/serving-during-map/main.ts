// The API's p99 while an issue is mapped beside it, and alone; README.md tells how.
//   node dist/bench/serving-during-map/main.js [ced | simulated]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_ISSUE } from '#simulator/demo-scenario.js';
import { fillSimulated } from '../engines/fill-simulated.js';
import { fillStore } from '../engines/fill-store.js';
import { HubProcess, type Mapped, runHubProcess } from './hub-process.js';
import { partOfMap } from './part-of-map.js';
import { SteadyLoad } from './steady-load.js';

const ALONE = 'alone';
const WARM_UP_S = 5;
const LIMIT_MIB = 4096;

const [first = 'ced', dataFolder, role] = process.argv.slice(2);
// Each server is a process of its own: this file again.
if (first === '--process') await runHubProcess(dataFolder!, role === 'serve');
else await compare(first);

async function compare(name: string): Promise<void> {
  const kept = process.env.BENCH_SERVING_FOLDER;
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'jejaring-bench-serving-'));
  try {
    mkdirSync(folder, { recursive: true });
    await fillSimulated(folder);
    if (name === 'ced') await fillStore('ced', folder);
    const issue = name === 'ced' ? 'ced' : DEMO_ISSUE.id;
    const aloneSeconds = name === 'ced' ? 15 : 5;
    await measure('mapped in a thread of the serving process', folder, issue, aloneSeconds, false);
    await measure('mapped in a process of its own', folder, issue, aloneSeconds, true);
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(title: string, folder: string, issue: string, seconds: number, apart: boolean): Promise<void> {
  const hub = await HubProcess.start(import.meta.url, folder, true);
  const mapper = apart ? await HubProcess.start(import.meta.url, folder, false) : hub;
  const load = new SteadyLoad(hub.url, issue, DEMO_ISSUE.id);
  try {
    await sleep(WARM_UP_S * 1000);
    load.part = ALONE;
    await sleep(seconds * 1000);
    const mapped = await mapper.map(issue, (progress) => {
      load.part = partOfMap(progress);
    });
    load.part = ALONE;
    await sleep(seconds * 1000);
    await load.end();
    print(title, load, mapped);
    if (mapped.peakMiB > LIMIT_MIB) process.exitCode = 1;
  } finally {
    hub.stop();
    mapper.stop();
  }
}

function print(title: string, { milliseconds, stopped }: SteadyLoad, { timings, peakMiB }: Mapped): void {
  const seconds = Object.entries(timings).map(([stage, ms]) => `${stage} ${(ms / 1000).toFixed(1)} s`);
  console.log(`\n${title}: ${seconds.join(', ')}`);
  console.log(`peak memory of the process that mapped: ${peakMiB} MiB (at most ${LIMIT_MIB})`);
  if (stopped > 0) console.log(`this process was itself stopped ${stopped} times: measure again`);
  const alone = percentile(milliseconds.get(ALONE)!, 0.99);
  console.log(`${''.padEnd(28)}  answers   median      p99      max   p99 / alone`);
  for (const [part, times] of milliseconds) {
    const p99 = percentile(times, 0.99);
    const figures = [percentile(times, 0.5), p99, Math.max(...times)].map((ms) => `${ms.toFixed(1)}`.padStart(9));
    console.log(
      `${part.padEnd(28)}${`${times.length}`.padStart(9)}${figures.join('')} ms ${(p99 / alone).toFixed(2).padStart(8)}`,
    );
  }
}

/** Nearest rank. */
function percentile(times: readonly number[], share: number): number {
  return times.toSorted((one, other) => one - other)[Math.ceil(share * times.length) - 1]!;
}

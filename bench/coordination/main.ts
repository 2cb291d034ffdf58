// `jejaring coordination` against coordination-network-toolkit on the CED reposts, whole processes, one run.
//   node dist/bench/coordination/main.js [WINDOW_SECONDS] [--scaling]
// With --scaling instead: jejaring alone on 0.1, 1 and 10 million simulated actions.
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageFile } from '#platform/package-root.js';
import { type MeasuredProcess, middleOfRuns } from './measured-process.js';
import { PEER, runPeer } from './peer-toolkit.js';
import { printScaling } from './scaling.js';

const REPOSTS = packageFile('../shared/data/ced/reposts.csv.gz');
const MAPPING = 'object=post_id,account=user_id,time=created_at_unix,content=repost_mid';
/** Exit code 3: 74 reposts have no date, and are named. */
const EXPECTED_EXIT = 3;
/** Of ours, two seconds each; the toolkit's half a minute evens out by itself. */
const RUNS = 5;

const scaling = process.argv.includes('--scaling');
const windowSeconds = Number(process.argv.slice(2).find((word) => word !== '--scaling') ?? 60);
const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-'));
try {
  if (scaling) printScaling(folder, windowSeconds);
  else await compare();
} finally {
  rmSync(folder, { recursive: true });
}

async function compare(): Promise<void> {
  const edges = join(folder, 'edges.csv');
  const options = [
    '--format',
    'csv',
    '--map',
    MAPPING,
    '--mode',
    'compatible',
    '--window',
    `${windowSeconds}`,
    '--min-weight',
    '1',
  ];
  const words = ['coordination', REPOSTS, ...options, '--edges', edges];
  const ours = middleOfRuns(RUNS, words, edges);
  if (ours.exitCode !== EXPECTED_EXIT) throw new Error(`jejaring ended with ${ours.exitCode}`);
  const pairs = (await lines(edges)) - 1;
  print(`jejaring, file to edges, middle of ${RUNS} runs`, ours, `${pairs} undirected pairs`);

  const peer = await runPeer(REPOSTS, windowSeconds, folder);
  print(`${PEER}, preprocess`, peer.preprocess);
  print(`${PEER}, compute`, peer.compute, `${peer.directedEdges} directed edges`);

  const seconds = peer.preprocess.seconds + peer.compute.seconds;
  const memory = Math.max(peer.preprocess.peakMiB, peer.compute.peakMiB);
  const processor = peer.preprocess.processorSeconds + peer.compute.processorSeconds;
  const ofProcessor = (processor / ours.processorSeconds).toFixed(1);
  console.log(
    `ratio: ${(seconds / ours.seconds).toFixed(1)} in time, ${ofProcessor} in processor time, ${(memory / ours.peakMiB).toFixed(2)} in memory`,
  );
  const same = peer.directedEdges === 2 * pairs;
  console.log(same ? 'the same number of pairs' : 'NOT the same number of pairs');
  if (!same) process.exitCode = 1;
}

function print(name: string, { seconds, processorSeconds, peakMiB }: MeasuredProcess, found = ''): void {
  const processor = `${processorSeconds.toFixed(1)} s of processors`;
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ${processor}, peak memory ${peakMiB} MiB${found === '' ? '' : `, ${found}`}`,
  );
}

async function lines(file: string): Promise<number> {
  let count = 0;
  for await (const _ of createInterface({ input: createReadStream(file) })) count += 1;
  return count;
}

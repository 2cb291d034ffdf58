// The live network against counting the window anew at each batch, on the CED reposts in the order of their times.
//   node dist/bench/live-network/main.js [hours batch]
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ActionColumns } from '#domain/action.js';
import type { CoActionEdges } from '#domain/detection.js';
import { orderByTime } from '#domain/order-by-time.js';
import { canonicalActions } from '#graph-jobs/detect/action-file/canonical-actions.js';
import { readActionFile } from '#graph-jobs/detect/action-file/read-action-file.js';
import { compatibleNetwork } from '#graph-jobs/detect/compatible-network.js';
import { EdgeBuffer } from '#graph-jobs/detect/edge-buffer.js';
import { LiveNetwork } from '#graph-jobs/detect/live/live-network.js';
import { sortedEdges } from '#graph-jobs/detect/live/sorted-edges.js';
import { CED } from '../calibration/copies.js';
import { windowColumns } from './window-columns.js';

const HOUR = 3_600_000;
const MIB = 2 ** 20;
const WINDOW_SECONDS = 60;
/** Hours, and actions between two looks. */
const CASES = [
  [24, 1000],
  [24, 100],
  [168, 1000],
  [168, 100],
] as const;
/** What a look tells of, as `watch` takes it at each batch: it belongs to what the live network costs. */
const MIN_WEIGHT = 2;
/** Batches between two comparisons edge for edge; every batch is compared in its number of edges. */
const COMPARED_EVERY = 50;
const parameters = { windowSeconds: WINDOW_SECONDS, minParticipation: 1, minWeight: 1 };

const actions = byTime(canonicalActions(await readActionFile(CED.file, CED.mapping, 'CO_REPOST')).actions);
console.log(`${actions.length.toLocaleString('en')} CED reposts in the order of time, window ${WINDOW_SECONDS} s`);
const [onlyHours, onlyBatch] = process.argv.slice(2).map(Number);
for (const [hours, batch] of CASES)
  if (onlyHours === undefined || (hours === onlyHours && batch === onlyBatch)) replay(hours, batch);
measureMemory();

function replay(hours: number, batch: number): void {
  const live = new LiveNetwork({ windowMs: WINDOW_SECONDS * 1000, horizonMs: hours * HOUR, latenessMs: 0 });
  const spent = { live: 0, anew: 0, looks: 0, walks: 0 };
  let [most, compared] = [0, 0];
  for (let start = 0, first = 0, batches = 1; start < actions.length; start += batch, batches++) {
    const end = Math.min(actions.length, start + batch);
    const started = processorMs();
    const edges = fed(live, start, end);
    const fedAlone = processorMs();
    live.look(MIN_WEIGHT);
    spent.looks += processorMs() - fedAlone;
    const fedAt = processorMs();
    live.edges(MIN_WEIGHT);
    const walkedAt = processorMs();
    spent.walks += walkedAt - fedAt;
    while (actions.time[first]! < live.clock - hours * HOUR) first += 1;
    const { anew, accountOf } = countedAnew(first, end);
    spent.anew += processorMs() - walkedAt;
    spent.live += fedAt - started;
    most = Math.max(most, end - first);
    if (anew.length !== edges) throw new Error(`after ${end} actions: ${edges} edges, counted anew ${anew.length}`);
    if (batches % COMPARED_EVERY === 0 || end === actions.length) compared += sameEdges(live, anew, accountOf);
  }
  const rate = (ms: number) =>
    `${(ms / 1000).toFixed(1)} s, ${Math.round(actions.length / (ms / 1000)).toLocaleString('en')} a second`;
  console.log(`horizon ${hours} h (at most ${most.toLocaleString('en')} actions), a look every ${batch} actions:`);
  console.log(
    `  live ${rate(spent.live)}, of it looks ${(spent.looks / 1000).toFixed(2)} s (a walk through all edges each time ${(spent.walks / 1000).toFixed(2)} s); anew ${rate(spent.anew)}; ratio ${(spent.anew / spent.live).toFixed(1)}`,
  );
  console.log(`  ${compared.toLocaleString('en')} edges compared: the same edge for edge and weight for weight`);
}

function countedAnew(first: number, end: number): { readonly anew: CoActionEdges; readonly accountOf: Uint32Array } {
  const { columns, accountOf } = windowColumns(actions, first, end);
  const buffer = new EdgeBuffer();
  compatibleNetwork(columns, parameters, buffer);
  return { anew: buffer.edges(), accountOf };
}

function fed(network: LiveNetwork, start: number, end: number): number {
  const { account, object, mention, time } = actions;
  for (let row = start; row < end; row++) network.add(account[row]!, object[row]!, mention[row]!, time[row]!);
  return network.edgeCount;
}

/** Throws where they differ; gives how many there are. */
function sameEdges(live: LiveNetwork, anew: CoActionEdges, accountOf: Uint32Array): number {
  const expected = sortedEdges(anew, (code) => accountOf[code]!, actions.accountCount);
  const own = sortedEdges(live.edges(1), (code) => code, actions.accountCount);
  for (const name of ['from', 'to', 'weight'] as const) {
    if (Buffer.compare(bytes(own[name]), bytes(expected[name])) !== 0)
      throw new Error(`the networks differ in ${name}`);
  }
  return own.length;
}

function bytes(column: Uint32Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** Time of the processor: on a busy machine the clock on the wall counts the others as well. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Of a network that keeps all: what it holds, by its actions and edges. */
function measureMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().arrayBuffers;
  const all = new LiveNetwork({ windowMs: WINDOW_SECONDS * 1000, horizonMs: Number.POSITIVE_INFINITY, latenessMs: 0 });
  const edges = fed(all, 0, actions.length);
  collect();
  const held = process.memoryUsage().arrayBuffers - before;
  console.log(
    `all ${all.length.toLocaleString('en')} actions kept: ${edges.toLocaleString('en')} edges, ${(held / MIB).toFixed(0)} MiB, ${(held / (all.length + edges)).toFixed(0)} bytes an action or edge, ids aside`,
  );
}

function byTime(of: ActionColumns): ActionColumns {
  const order = orderByTime(of.time) ?? of.account.map((_, row) => row);
  return {
    ...of,
    account: order.map((row) => of.account[row]!),
    object: order.map((row) => of.object[row]!),
    mention: order.map((row) => of.mention[row]!),
    time: Float64Array.from(order, (row) => of.time[row]!),
  };
}

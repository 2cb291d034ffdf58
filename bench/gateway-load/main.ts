// The hub as separate processes under mixed load: a subgraph killed in the middle, and memory over ten minutes; README.md tells how.
//   node dist/bench/gateway-load/main.js kill [seconds of each part] | memory [seconds]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_ISSUE } from '#simulator/demo-scenario.js';
import { fillSimulated } from '../engines/fill-simulated.js';
import { HubServices } from './hub-services.js';
import { killSubgraph } from './killed-subgraph.js';
import { MixedLoad } from './mixed-load.js';
import { printOutage } from './print-outage.js';
import { watchMemory } from './watch-memory.js';

const DEFAULT_SECONDS = { kill: 15, memory: 600 } as const;

const [what = 'kill', seconds] = process.argv.slice(2);
if (what !== 'kill' && what !== 'memory') throw new Error(`"${what}" is neither "kill" nor "memory"`);
const kept = process.env.BENCH_GATEWAY_LOAD_FOLDER;
const folder = kept ?? mkdtempSync(join(tmpdir(), 'jejaring-bench-load-'));
mkdirSync(folder, { recursive: true });
await fillSimulated(folder);
const hub = await HubServices.start(folder);
try {
  const holds = await show(Number(seconds ?? DEFAULT_SECONDS[what]));
  console.log(`\n${what}: ${holds ? 'holds' : 'DOES NOT HOLD'}`);
  if (!holds) process.exitCode = 1;
} finally {
  await hub.stop();
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}

async function show(seconds: number): Promise<boolean> {
  const load = new MixedLoad(hub.endpoint, DEMO_ISSUE.id);
  if (what === 'memory') return watchMemory(hub, load, seconds);
  const { pid } = hub.gateway;
  const outage = await killSubgraph(hub, load, seconds);
  const { unseen, mutations, events } = load.others;
  const holds = printOutage(outage);
  console.log(`beside it: ${unseen} new queries, ${mutations} mutations, ${events} events of subscriptions`);
  console.log(`the gateway is the process that it was: ${pid}`);
  return holds && (await hub.gateway.held()).rss > 0;
}

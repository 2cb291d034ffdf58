import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { load } from './load.js';
import { installApolloGateway } from './peers.js';
import { SERVERS, type Served, startSubgraphs } from './servers.js';
import type { Addresses } from './subgraphs.js';

/** Hive's runtime holds the process back at other signals. */
const KILL = 'SIGKILL';
/** Until the engine has compiled all of it: after three seconds each was a tenth slower than a round later. */
const WARM_UP_SECONDS = 12;

/** Every server is a process of its own, and this one asks them. */
if (process.send) {
  const { server, addresses } = JSON.parse(process.argv[2]!) as { server: string; addresses: Addresses };
  process.send(server === 'subgraphs' ? await startSubgraphs() : await SERVERS[server]!(addresses));
} else await compare(Number(process.argv[2] ?? 10), Number(process.argv[3] ?? 2));

async function compare(seconds: number, rounds: number): Promise<void> {
  installApolloGateway();
  const subgraphs = await start('subgraphs', null);
  for (const [mode, addresses] of [
    ['in process', null],
    ['over HTTP', subgraphs.message as Addresses],
  ] as const) {
    const servers = await startAll(addresses);
    for (const { url, key } of servers) await load(url, WARM_UP_SECONDS, key);
    for (let round = 1; round <= rounds; round += 1)
      print(`${mode}, round ${round}`, await inTurns(servers, seconds), seconds);
    for (const { child } of servers) child.kill(KILL);
  }
  subgraphs.child.kill(KILL);
}

interface Measured extends Served {
  readonly server: string;
  readonly child: ChildProcess;
}

async function startAll(addresses: Addresses): Promise<Measured[]> {
  const servers: Measured[] = [];
  for (const server of Object.keys(SERVERS)) {
    const { child, message } = await start(server, addresses);
    servers.push({ server, child, ...(message as Served) });
  }
  return servers;
}

/** A second each and then again, every other time from the last to the first: a machine that others use is not as fast the next minute. */
async function inTurns(servers: readonly Measured[], seconds: number): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(servers.map(({ server }) => [server, []]));
  for (let turn = 0; turn < seconds; turn += 1)
    for (const { server, url, key } of turn % 2 === 0 ? servers : servers.toReversed())
      times.get(server)!.push(...(await load(url, 1, key)));
  return times;
}

async function start(server: string, addresses: Addresses): Promise<{ child: ChildProcess; message: unknown }> {
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify({ server, addresses })], { env });
  const message = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${server} ended with ${code}`)));
  });
  return { child, message };
}

function print(title: string, results: ReadonlyMap<string, number[]>, seconds: number): void {
  console.log(`\n${title}`);
  const ours = results.get('ours')!;
  for (const [server, times] of results) {
    const p99 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN;
    const perSecond = (times.length / seconds).toFixed(0).padStart(6);
    const ratio = (ours.length / times.length).toFixed(2);
    console.log(`${server.padEnd(16)} ${perSecond} /s   p99 ${p99.toFixed(1).padStart(7)} ms   ours/this ${ratio}`);
  }
  const governed = results.get('ours, governed')!;
  console.log(`governed/without ${(governed.length / ours.length).toFixed(2)}`);
}

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Load, load } from './load.js';
import { installApolloGateway } from './peers.js';
import { SERVERS, type Served, startSubgraphs } from './servers.js';
import type { Addresses } from './subgraphs.js';

/** Hive's runtime holds the process back at other signals. */
const KILL = 'SIGKILL';

/** Every server is a process of its own, and this one asks them. */
if (process.send) {
  const { server, addresses } = JSON.parse(process.argv[2]!) as { server: string; addresses: Addresses };
  process.send(server === 'subgraphs' ? await startSubgraphs() : await SERVERS[server]!(addresses));
} else await compare(Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 2));

async function compare(seconds: number, rounds: number): Promise<void> {
  installApolloGateway();
  const subgraphs = await start('subgraphs', null);
  for (const [mode, addresses] of [
    ['in process', null],
    ['over HTTP', subgraphs.message as Addresses],
  ] as const)
    for (let round = 1; round <= rounds; round += 1) {
      const results: Record<string, Load> = {};
      for (const server of Object.keys(SERVERS)) results[server] = await measured(server, addresses, seconds);
      print(`${mode}, round ${round}`, results);
    }
  subgraphs.child.kill(KILL);
}

async function measured(server: string, addresses: Addresses, seconds: number): Promise<Load> {
  const { child, message } = await start(server, addresses);
  const { url, key } = message as Served;
  await load(url, seconds / 2, key);
  const result = await load(url, seconds, key);
  child.kill(KILL);
  return result;
}

async function start(server: string, addresses: Addresses): Promise<{ child: ChildProcess; message: unknown }> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify({ server, addresses })]);
  const message = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${server} ended with ${code}`)));
  });
  return { child, message };
}

function print(title: string, results: Readonly<Record<string, Load>>): void {
  console.log(`\n${title}`);
  const ours = results.ours!;
  for (const [server, { perSecond, p99 }] of Object.entries(results)) {
    const ratio = (ours.perSecond / perSecond).toFixed(2);
    console.log(
      `${server.padEnd(16)} ${perSecond.toFixed(0).padStart(6)} /s   p99 ${p99.toFixed(1).padStart(7)} ms   ours/this ${ratio}`,
    );
  }
}

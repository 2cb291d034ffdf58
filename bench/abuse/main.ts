// A good client beside abuse, and alone; and a hundred thousand malformed documents. README.md tells how.
//   node dist/bench/abuse/main.js [seconds] [documents] [abuses a second]
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ABUSES, GOOD, malformed } from './abuses.js';
import { answerFault } from './answer-fault.js';
import { HubProcess } from './hub-process.js';
import { pacedLoad } from './paced-load.js';
import { send } from './send.js';
import { slowLoris } from './slow-loris.js';

/** Of six seconds the 99th percentile is then the third slowest answer, and not one that the machine held up. */
const GOOD_PER_SECOND = 50;
/** Of each kind, before anything is measured: a hub runs day and night. */
const WARM_UP = 50;
const FIRST_OF_WARM_UP = 1_000_000;
const MOST_RATIO = 2;
const LORIS = 200;

interface Slice {
  /** Of the good client, in milliseconds. */
  readonly p99: number;
  /** Processor time of the hub, in milliseconds. */
  readonly cpu: number;
}

const [seconds = 6, documents = 100_000, perSecond = 5] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'jejaring-abuse-'));
const hub = await HubProcess.start(folder);
let holds = true;
try {
  console.log(
    `a good client ${GOOD_PER_SECOND} /s; abuse ${perSecond} /s of each kind; ${seconds} s beside and alone in turns`,
  );
  await warmUp();
  await goodClient();
  let alone = await goodClient();
  for (const [kind, body] of Object.entries(ABUSES)) alone = await beside(kind, alone, paced(body));
  await beside(`${LORIS} slow connections`, alone, slow());
  await generated();
} finally {
  hub.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = holds ? 0 : 1;

async function warmUp(): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  for (const body of Object.values(ABUSES))
    for (let number = 0; number < WARM_UP; number += 1)
      await send(hub.url, agent, body(FIRST_OF_WARM_UP + number)).catch(() => null);
  agent.destroy();
}

/** Asks for a slice of time. Throws where it is not answered. */
async function goodClient(): Promise<Slice> {
  const times: number[] = [];
  const faults: string[] = [];
  const before = await hub.used();
  const load = pacedLoad({
    ...{ url: hub.url, perSecond: GOOD_PER_SECOND, body: () => JSON.stringify({ query: GOOD }) },
    onAnswer: ({ text }, ms) => (text.startsWith('{"data":{"agencies"') ? times.push(ms) : faults.push(text)),
    onBroken: ({ message }) => faults.push(message),
  });
  await sleep(seconds * 1000);
  await load.stop();
  const after = await hub.used();
  if (faults.length > 0) throw new Error(`the good client was not answered: ${faults[0]}`);
  const p99 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
  return { p99, cpu: (after.seconds - before.seconds) * 1000 };
}

/** What goes on beside a good client, and what became of it. */
type Abuse = () => { stop(): Promise<{ answers: number; faults: ReadonlyMap<string, number> }> };

function paced(body: (number: number) => string): Abuse {
  return () => {
    // Made before: to make them beside the good client would be part of its times.
    const bodies = Array.from({ length: perSecond * (seconds + 5) }, (_, number) => Buffer.from(body(number)));
    const faults = new Map<string, number>();
    const count = (fault: string) => faults.set(fault, (faults.get(fault) ?? 0) + 1);
    let answers = 0;
    const load = pacedLoad({
      ...{ url: hub.url, perSecond, body: (number) => bodies[number % bodies.length]! },
      onAnswer: ({ status, text }) => {
        answers += 1;
        const fault = answerFault(status, text);
        if (fault) count(fault);
      },
      onBroken: ({ message }) => count(message),
    });
    return { stop: () => load.stop().then(() => ({ answers, faults })) };
  };
}

function slow(): Abuse {
  return () => {
    const loris = slowLoris(hub.url, LORIS);
    return {
      stop: async () => {
        loris.stop();
        return { answers: 0, faults: new Map() };
      },
    };
  };
}

/** Between two slices of the good client alone, of which the larger p99 counts; gives the second. */
async function beside(kind: string, before: Slice, begin: Abuse): Promise<Slice> {
  const abuse = begin();
  const during = await goodClient();
  const { answers, faults } = await abuse.stop();
  const after = await goodClient();
  const ratio = during.p99 / Math.max(before.p99, after.p99);
  const ok = faults.size === 0 && ratio <= MOST_RATIO && hub.isAlive;
  holds &&= ok;
  const each = Math.max(0, during.cpu - (before.cpu + after.cpu) / 2) / Math.max(1, answers);
  const { mebibytes } = await hub.used();
  const p99 = `p99 ${during.p99.toFixed(1)} ms beside, ${before.p99.toFixed(1)} and ${after.p99.toFixed(1)} alone: ${ratio.toFixed(2)}x`;
  const cost = answers > 0 ? `; ${answers} answers, ${each.toFixed(1)} ms of the hub for each` : '';
  console.log(`${verdict(ok)} ${kind.padEnd(22)} ${p99}${cost}; ${told(faults)}; ${mebibytes.toFixed(0)} MiB`);
  return after;
}

function verdict(ok: boolean): string {
  return ok ? 'holds        ' : 'does not hold';
}

function told(faults: ReadonlyMap<string, number>): string {
  return [...faults].map(([fault, times]) => `${times}x ${fault}`).join(', ') || 'no fault';
}

/** As fast as they are answered, by eight at once. */
async function generated(): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const faults = new Map<string, number>();
  const before = await hub.used();
  const began = performance.now();
  let next = 0;
  const sender = async () => {
    while (next < documents) {
      const number = next;
      next += 1;
      const fault = await send(hub.url, agent, malformed(number)).then(
        ({ status, text }) => answerFault(status, text),
        (error: Error) => error.message,
      );
      if (!fault) continue;
      if (!faults.has(fault)) console.log(`  document ${number}: ${fault}: ${malformed(number)}`);
      faults.set(fault, (faults.get(fault) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 8 }, sender));
  agent.destroy();
  const after = await hub.used();
  const ok = faults.size === 0 && hub.isAlive;
  holds &&= ok;
  const rate = (documents / (performance.now() - began)) * 1000;
  const memory = `${before.mebibytes.toFixed(0)} MiB before, ${after.mebibytes.toFixed(0)} after`;
  console.log(`${verdict(ok)} ${documents} malformed documents, ${rate.toFixed(0)} /s: ${told(faults)}; ${memory}`);
}

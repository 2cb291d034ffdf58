import { setTimeout as sleep } from 'node:timers/promises';
import type { Asked, MixedLoad } from './mixed-load.js';

/** A hub of which one subgraph can be killed and started again. */
export interface KillableHub {
  kill(): Promise<unknown>;
  /** Resolves when the subgraph itself answers again. */
  startAgain(): Promise<unknown>;
}

export interface Outage {
  /** When the subgraph was killed, when it was there again, and when the last answer was asked for that lacked it, on the clock of the load. */
  readonly killed: number;
  readonly back: number;
  readonly recovered: number;
  readonly asked: readonly Asked[];
  /** What was not as it must be; empty: it holds. */
  readonly faults: readonly string[];
}

/** Of each operation in each part of the outage, so that a slow machine judges no less. */
const FEWEST = 2;
const PATIENCE_MS = 60_000;

/** Kills a subgraph in the middle of the load, starts it again, and says what clients saw. */
export async function killSubgraph(hub: KillableHub, load: MixedLoad, seconds: number): Promise<Outage> {
  await load.start();
  await lasts(load, seconds, () => true);
  const killed = performance.now();
  await hub.kill();
  const gone = performance.now();
  await lasts(load, seconds, () => true);
  const starts = performance.now();
  await hub.startAgain();
  const back = performance.now();
  await lasts(load, seconds, ({ judgement }) => judgement.kind === 'whole');
  await load.end();
  const partial = load.asked.filter(({ judgement }) => judgement.kind === 'partial');
  const recovered = Math.max(back, ...partial.map(({ from }) => from));
  const faults = [...load.faults, ...misplaced(load.asked, { killed, gone, starts, recovered })];
  return { killed, back, recovered, asked: load.asked, faults };
}

/** At least so long, and until there are answers of all operations that are as they must be. */
async function lasts(load: MixedLoad, seconds: number, isGood: (asked: Asked) => boolean): Promise<void> {
  const from = performance.now();
  await sleep(seconds * 1000);
  const isEnough = () =>
    load.operations.every(
      (operation) =>
        load.asked.filter((asked) => asked.operation === operation && asked.from >= from && isGood(asked)).length >=
        FEWEST,
    );
  while (!isEnough() && performance.now() - from < PATIENCE_MS) await sleep(50);
}

interface Times {
  readonly killed: number;
  readonly gone: number;
  readonly starts: number;
  readonly recovered: number;
}

/** Answers that lack something while all is there, or lack nothing while the subgraph is gone. */
function misplaced(asked: readonly Asked[], { killed, gone, starts, recovered }: Times): string[] {
  const faults: string[] = [];
  for (const { operation, from, to, judgement } of asked) {
    const isNeeded = operation.lost.length > 0;
    if (judgement.kind === 'partial' && to < killed)
      faults.push(`${operation.name}: partial before anything was killed`);
    if (judgement.kind === 'whole' && isNeeded && from > gone && to < starts)
      faults.push(`${operation.name}: whole without the subgraph`);
  }
  for (const operation of new Set(asked.map((one) => one.operation)))
    if (!asked.some((one) => one.operation === operation && one.from > recovered && one.judgement.kind === 'whole'))
      faults.push(`${operation.name}: not whole again`);
  return faults;
}

import { calibratedNetwork } from '#graph-jobs/detect/calibrated/calibrated-network.js';
import { AS_PROTOTYPE } from '#graph-jobs/detect/calibrated/prepared-layers.js';
import { sortedColumns } from './plain-tests.js';

/** What run-prototype.py takes. Times in seconds. */
export interface PrototypeInput {
  readonly account: readonly string[];
  readonly object: readonly string[];
  readonly time: readonly number[];
}

export interface PrototypeOutput {
  readonly tests: number;
  readonly pairs: readonly {
    readonly from: string;
    readonly to: string;
    readonly occasions: number;
    readonly expected: number;
    readonly qWho: number;
    readonly qWhen: number;
    readonly kept: boolean;
  }[];
}

export interface Comparison {
  readonly pairs: number;
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
  /** The largest relative difference of any figure. */
  readonly worst: number;
}

/** Compares pair for pair what our detector and the prototype keep of the same actions at one window. */
export function compareWithPrototype(
  { account, object, time }: PrototypeInput,
  window: number,
  fdr: number,
  prototype: PrototypeOutput,
): Comparison {
  const [accounts, objects] = [codes(account), codes(object)];
  const actions = account.map((id, i) => ({
    account: accounts.get(id)!,
    object: objects.get(object[i]!)!,
    time: time[i]!,
  }));
  const columns = sortedColumns(actions, accounts.size, objects.size);
  const { pairs, qWho, qWhen, tests } = calibratedNetwork([columns], {
    windowsSeconds: [window],
    fdr,
    refinements: AS_PROTOTYPE,
  });
  if (tests !== prototype.tests) throw new Error(`${tests} tests, the prototype has ${prototype.tests}`);
  const ids = [...accounts.keys()];
  const left = new Map(prototype.pairs.filter(({ kept }) => kept).map((pair) => [`${pair.from} ${pair.to}`, pair]));
  const surplus: string[] = [];
  let worst = 0;
  for (let row = 0; row < pairs.length; row++) {
    const name = `${ids[pairs.from[row]!]} ${ids[pairs.to[row]!]}`;
    const pair = left.get(name);
    if (pair === undefined) {
      surplus.push(name);
      continue;
    }
    left.delete(name);
    worst = Math.max(
      worst,
      difference(pairs.occasions[row]!, pair.occasions),
      difference(pairs.expected[row]!, pair.expected),
      difference(qWho[row]!, pair.qWho),
      difference(qWhen[row]!, pair.qWhen),
    );
  }
  return { pairs: pairs.length, missing: [...left.keys()], surplus, worst };
}

function codes(ids: readonly string[]): Map<string, number> {
  return new Map([...new Set(ids)].sort().map((id, code) => [id, code]));
}

function difference(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

import type { EdgeTest } from '#domain/finding.js';
import type { CalibratedNetwork } from './calibrated-network.js';
import { edgeKey } from './pair-tests.js';

type TestedNetwork = Pick<CalibratedNetwork, 'pairs' | 'qWho' | 'qWhen'>;

/** More digits say nothing, and the last ones of a float would differ where the order of a sum does. */
const DIGITS = 6;

/** What both tests say of a row of the network, as it is kept and written. */
export function edgeTest(
  { pairs, qWho, qWhen }: TestedNetwork,
  row: number,
  windowsSeconds: readonly number[],
): EdgeTest {
  return {
    windowSeconds: windowsSeconds[pairs.window[row]!]!,
    occasions: pairs.occasions[row]!,
    expected: rounded(pairs.expected[row]!),
    qWho: rounded(qWho[row]!),
    qWhen: rounded(qWhen[row]!),
  };
}

/** The tests of each behaviour and pair of accounts, by window ascending. */
export class EdgeTests {
  readonly #rows = new Map<string, number[]>();

  constructor(
    private readonly network: TestedNetwork,
    rows: readonly number[],
    private readonly windowsSeconds: readonly number[],
  ) {
    for (const row of rows) {
      const key = edgeKey(network.pairs, row);
      const own = this.#rows.get(key);
      if (own === undefined) this.#rows.set(key, [row]);
      else own.push(row);
    }
  }

  /** Of the behaviour and pair of accounts that the row is of. */
  of(row: number): readonly EdgeTest[] {
    const { window } = this.network.pairs;
    const own = this.#rows.get(edgeKey(this.network.pairs, row)) ?? [];
    return own
      .toSorted((a, b) => window[a]! - window[b]!)
      .map((one) => edgeTest(this.network, one, this.windowsSeconds));
  }
}

export function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

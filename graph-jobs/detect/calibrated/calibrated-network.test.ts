import fc from 'fast-check';
import { type PlainAction, plainNetwork, sortedColumns } from '../../../test/calibration/plain-tests.js';
import { calibratedNetwork } from './calibrated-network.js';

const ACCOUNTS = 7;
const OBJECTS = 12;
const START = 1_600_000_000;

/** Sessions some minutes, hours or days apart, within which times are close or tie. */
const action = (apart: number, jitter: number): fc.Arbitrary<PlainAction> =>
  fc
    .record({ account: fc.nat(ACCOUNTS - 1), object: fc.nat(OBJECTS - 1), session: fc.nat(9), second: fc.nat(jitter) })
    .map(({ account, object, session, second }) => ({ account, object, time: START + session * apart + second }));
const layer = fc
  .tuple(fc.constantFrom(90, 1000, 5000, 50_000), fc.constantFrom(2, 70))
  .chain(([apart, jitter]) => fc.array(action(apart, jitter), { minLength: 20, maxLength: 80, size: 'max' }));
const windows = fc.subarray([0, 1, 10, 60, 600, 3600], { minLength: 1, maxLength: 3 });
const rate = fc.constantFrom(1, 1, 0.9, 0.3);

function fast(layers: readonly (readonly PlainAction[])[], windowsSeconds: readonly number[], fdr: number) {
  const network = calibratedNetwork(
    layers.map((actions) => sortedColumns(actions, ACCOUNTS, OBJECTS)),
    { windowsSeconds, fdr },
  );
  const { pairs, qWho, qWhen, tests } = network;
  const rows = Array.from(pairs.p.keys(), (row) => ({
    layer: pairs.layer[row]!,
    window: pairs.window[row]!,
    from: pairs.from[row]!,
    to: pairs.to[row]!,
    occasions: pairs.occasions[row]!,
    expected: pairs.expected[row]!,
    qWho: qWho[row]!,
    qWhen: qWhen[row]!,
  }));
  return { rows, tests };
}

type Row = ReturnType<typeof fast>['rows'][number];
const key = ({ layer: l, window, from, to }: Row) => `${l} ${window} ${from} ${to}`;
const sorted = (rows: readonly Row[]) => [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));

function expectSame(one: readonly Row[], other: readonly Row[]): void {
  expect(sorted(one).map(key)).toEqual(sorted(other).map(key));
  sorted(one).forEach((row, i) => {
    const plain = sorted(other)[i]!;
    expect(row.occasions).toBe(plain.occasions);
    for (const figure of ['expected', 'qWho', 'qWhen'] as const) {
      expect(Math.abs(row[figure] - plain[figure])).toBeLessThanOrEqual(1e-9 * plain[figure]);
    }
  });
}

test('equals the definition on small data with ties and repeats, over windows and behaviours as one family', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(layer, { minLength: 1, maxLength: 2 }), windows, rate, (layers, of, fdr) => {
      const plain = plainNetwork(layers, of, fdr);
      const found = fast(layers, of, fdr);
      expect(found.tests).toBe(plain.tests);
      expectSame(found.rows, plain.rows);
      compared += plain.rows.length;
    }),
    { numRuns: 300, seed: 5 },
  );
  // At a rate of 1 every pair with two occasions passes every test, so that there is something to compare.
  expect(compared).toBeGreaterThan(300);
});

test('other codes for the same accounts change no figure', () => {
  const renamings = fc.shuffledSubarray(
    Array.from({ length: ACCOUNTS }, (_, i) => i),
    { minLength: ACCOUNTS },
  );
  fc.assert(
    fc.property(layer, renamings, (actions, names) => {
      const renamed = actions.map((one) => ({ ...one, account: names[one.account]! }));
      const expected = fast([actions], [10, 600], 1).rows.map((row) => {
        const [from, to] = [names[row.from]!, names[row.to]!];
        return { ...row, from: Math.min(from, to), to: Math.max(from, to) };
      });
      expectSame(fast([renamed], [10, 600], 1).rows, expected);
    }),
    { numRuns: 100 },
  );
});

test('accounts that never meet give no pair, and no actions none either', () => {
  expect(fast([[]], [10], 0.01)).toEqual({ rows: [], tests: 0 });
  const apart = [0, 1].flatMap((account) =>
    [0, 1].map((object) => ({ account, object, time: START + 9000 * account })),
  );
  expect(fast([apart], [10], 1).rows).toEqual([]);
});

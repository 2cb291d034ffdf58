import fc from 'fast-check';
import type { ActionColumns } from '#domain/action.js';
import type { CoActionEdges } from '#domain/detection.js';
import { compatibleNetwork, type NetworkParameters } from './compatible-network.js';
import { EdgeBuffer } from './edge-buffer.js';

interface Row {
  readonly account: number;
  readonly object: number;
  readonly second: number;
  readonly content: number;
}

const ACCOUNTS = 6;
const OBJECTS = 4;

const row: fc.Arbitrary<Row> = fc.record({
  account: fc.nat(ACCOUNTS - 1),
  object: fc.nat(OBJECTS - 1),
  second: fc.nat(40),
  content: fc.nat(30),
});
const rows = fc.array(row, { maxLength: 40 });
const parameters: fc.Arbitrary<NetworkParameters> = fc.record({
  windowSeconds: fc.constantFrom(0, 1, 5, 60),
  minParticipation: fc.integer({ min: 1, max: 4 }),
  minWeight: fc.integer({ min: 1, max: 3 }),
});

function columns(of: readonly Row[]): ActionColumns {
  return {
    behaviour: 'CO_REPOST',
    length: of.length,
    account: Uint32Array.from(of, ({ account }) => account),
    object: Uint32Array.from(of, ({ object }) => object),
    time: Float64Array.from(of, ({ second }) => 1.6e12 + second * 1000),
    mention: Uint32Array.from(of, ({ content }) => content),
    accountCount: ACCOUNTS,
    objectCount: OBJECTS,
  };
}

function edgesOf(of: readonly Row[], with_: NetworkParameters): CoActionEdges {
  const buffer = new EdgeBuffer();
  compatibleNetwork(columns(of), with_, buffer);
  return buffer.edges();
}

function network(of: readonly Row[], with_: NetworkParameters): Map<string, number> {
  const { length, from, to, weight } = edgesOf(of, with_);
  return new Map(Array.from({ length }, (_, i) => [`${from[i]}-${to[i]}`, weight[i]!]));
}

/** The definition, pair by pair, as CooRTweet's detect_groups() goes about it. */
function byDefinition(of: readonly Row[], { windowSeconds, minParticipation, minWeight }: NetworkParameters) {
  const posts = (among: readonly Row[], account: number) => among.filter((one) => one.account === account).length;
  const taking = of.filter(({ account }) => posts(of, account) >= minParticipation);
  const pairs = taking.flatMap((one, i) =>
    taking
      .slice(i + 1)
      .filter((other) => one.object === other.object && Math.abs(one.second - other.second) <= windowSeconds)
      .filter((other) => one.account !== other.account && one.content !== other.content)
      .map((other) => [one, other] as const),
  );
  const inPairs = new Set(pairs.flat().map(({ content }) => content));
  const left = taking.filter(({ content }) => inPairs.has(content));
  const active = new Set(
    left.filter(({ account }) => posts(left, account) >= minParticipation).map(({ content }) => content),
  );
  const weights = new Map<string, number>();
  for (const [one, other] of pairs) {
    if (!active.has(one.content) && !active.has(other.content)) continue;
    const key = `${Math.min(one.account, other.account)}-${Math.max(one.account, other.account)}`;
    weights.set(key, (weights.get(key) ?? 0) + 1);
  }
  return new Map(Array.from(weights).filter(([, weight]) => weight >= minWeight));
}

test('equals the definition on small data with ties, repeated contents and every window', () => {
  fc.assert(
    fc.property(rows, parameters, (of, with_) => {
      expect(network(of, with_)).toEqual(byDefinition(of, with_));
    }),
    { numRuns: 1000 },
  );
});

test('the order of the rows changes nothing', () => {
  const shuffled = rows.chain((of) => fc.tuple(fc.constant(of), fc.shuffledSubarray(of, { minLength: of.length })));
  fc.assert(
    fc.property(shuffled, parameters, ([of, other], with_) => {
      expect(network(other, with_)).toEqual(network(of, with_));
    }),
  );
});

test('other codes for the same accounts and objects change nothing', () => {
  const codes = fc.tuple(
    fc.shuffledSubarray(
      Array.from({ length: ACCOUNTS }, (_, i) => i),
      { minLength: ACCOUNTS },
    ),
    fc.shuffledSubarray(
      Array.from({ length: OBJECTS }, (_, i) => i),
      { minLength: OBJECTS },
    ),
  );
  fc.assert(
    fc.property(rows, parameters, codes, (of, with_, [accounts, objects]) => {
      const renamed = of.map((one) => ({ ...one, account: accounts[one.account]!, object: objects[one.object]! }));
      const expected = Array.from(network(of, with_), ([key, weight]) => {
        const [from, to] = key.split('-').map((code) => accounts[Number(code)]!) as [number, number];
        return [`${Math.min(from, to)}-${Math.max(from, to)}`, weight] as const;
      });
      expect(network(renamed, with_)).toEqual(new Map(expected));
    }),
  );
});

test('edges come sorted by (from, to), lower code first', () => {
  fc.assert(
    fc.property(rows, (of) => {
      const edges = edgesOf(of, { windowSeconds: 60, minParticipation: 1, minWeight: 1 });
      const keys = Array.from(edges.from, (from, i) => from * ACCOUNTS + edges.to[i]!);
      expect(keys).toEqual(Array.from(new Set(keys)).sort((a, b) => a - b));
      expect(edges.from.every((from, i) => from < edges.to[i]!)).toBe(true);
    }),
  );
});

test('no actions make no network', () => {
  expect(network([], { windowSeconds: 60, minParticipation: 1, minWeight: 1 }).size).toBe(0);
});

test('an account with a crowd of partners has them in order', () => {
  const crowd = Array.from({ length: 50 }, (_, i) => ({
    account: (i * 37) % 50,
    object: 0,
    second: i % 7,
    content: i,
  }));
  const buffer = new EdgeBuffer();
  const actions = { ...columns(crowd), accountCount: 50 };
  compatibleNetwork(actions, { windowSeconds: 60, minParticipation: 1, minWeight: 1 }, buffer);
  const { length, from, to } = buffer.edges();
  expect(length).toBe((50 * 49) / 2);
  expect(Array.from(to.subarray(0, 49))).toEqual(Array.from({ length: 49 }, (_, i) => i + 1));
  expect(from[49]).toBe(1);
});

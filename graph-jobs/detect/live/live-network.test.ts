import fc from 'fast-check';
import type { ActionColumns } from '#domain/action.js';
import type { CoActionEdges } from '#domain/detection.js';
import { compatibleNetwork } from '../compatible-network.js';
import { EdgeBuffer } from '../edge-buffer.js';
import { EdgeTable } from './edge-table.js';
import { LiveNetwork, type LiveParameters, type Outcome } from './live-network.js';
import { sortedEdges } from './sorted-edges.js';

interface Row {
  readonly account: number;
  readonly object: number;
  readonly content: number;
  readonly time: number;
}

const ACCOUNTS = 7;
const OBJECTS = 4;
const SECOND = 1000;

/** Times that go on by little steps, with ties, now and then back by more or less than the lateness; some rows come twice. */
const feed: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      account: fc.nat(ACCOUNTS - 1),
      object: fc.nat(OBJECTS - 1),
      content: fc.nat(60),
      step: fc.constantFrom(0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 20),
      back: fc.constantFrom(0, 0, 0, 0, 1, 5, 9, 15, 40),
      again: fc.constantFrom(0, 0, 0, 0, 0, 1, 2, 9),
    }),
    { minLength: 10, maxLength: 90, size: 'max' },
  )
  .map((steps) => {
    let now = 1.6e12;
    const rows: Row[] = [];
    for (const { step, back, again, ...row } of steps) {
      now += step * SECOND;
      rows.push((again > 0 && rows.at(-again)) || { ...row, time: now - back * SECOND });
    }
    return rows;
  });

const parameters: fc.Arbitrary<LiveParameters> = fc
  .record({
    windowMs: fc.constantFrom(0, 1, 5, 12).map((seconds) => seconds * SECOND),
    horizonMs: fc.constantFrom(12, 30, 100).map((seconds) => seconds * SECOND),
    latenessMs: fc.constantFrom(0, 6, 10).map((seconds) => seconds * SECOND),
    mostPairsOnObject: fc.constantFrom(1, 4, 12, 30, 1000),
  })
  .map((some) => some as LiveParameters);

/** What is kept, by the definition: every row is looked at when it comes, against all that came before. */
class KeptByDefinition {
  kept: Row[] = [];
  #clock = Number.NEGATIVE_INFINITY;

  constructor(private readonly parameters: LiveParameters) {}

  take(row: Row): Outcome {
    this.#clock = Math.max(this.#clock, row.time);
    this.kept = this.kept.filter(({ time }) => time >= this.#clock - this.parameters.horizonMs);
    const same = (other: Row) =>
      other.account === row.account && other.object === row.object && other.content === row.content;
    if (this.kept.some(same)) return 'REPEATED';
    if (row.time < this.#clock - this.parameters.latenessMs) return 'TOO_LATE';
    this.kept.push(row);
    return 'TAKEN';
  }
}

function columns(of: readonly Row[]): ActionColumns {
  return {
    behaviour: 'CO_REPOST',
    length: of.length,
    account: Uint32Array.from(of, ({ account }) => account),
    object: Uint32Array.from(of, ({ object }) => object),
    time: Float64Array.from(of, ({ time }) => time),
    mention: Uint32Array.from(of, ({ content }) => content),
    accountCount: ACCOUNTS,
    objectCount: OBJECTS,
  };
}

function recomputed(of: readonly Row[], { windowMs, mostPairsOnObject }: LiveParameters, minWeight: number) {
  const buffer = new EdgeBuffer();
  const windowSeconds = windowMs / SECOND;
  compatibleNetwork(columns(of), { windowSeconds, minParticipation: 1, minWeight, mostPairsOnObject }, buffer);
  return rowsOf(buffer.edges());
}

function rowsOf(edges: CoActionEdges): number[][] {
  const { length, from, to, weight } = sortedEdges(edges, (account) => account, 10_000);
  return Array.from({ length }, (_, i) => [from[i]!, to[i]!, weight[i]!]);
}

test('after every batch it equals the batch network of what is kept, whatever is late, repeated, tied or leaves', () => {
  const batches = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 20 });
  const reached = { expired: 0, late: 0, repeated: 0, crowded: 0, edges: 0 };
  fc.assert(
    fc.property(feed, parameters, batches, fc.integer({ min: 1, max: 3 }), (rows, with_, sizes, minWeight) => {
      const live = new LiveNetwork(with_);
      const model = new KeptByDefinition(with_);
      let taken = 0;
      for (let at = 0, batch = 0; at < rows.length; batch++) {
        const end = Math.min(rows.length, at + sizes[batch % sizes.length]!);
        for (; at < end; at++) {
          const { account, object, content, time } = rows[at]!;
          const outcome = live.add(account, object, content, time);
          expect(outcome).toBe(model.take(rows[at]!));
          if (outcome === 'TAKEN') taken += 1;
          if (outcome === 'TOO_LATE') reached.late += 1;
          if (outcome === 'REPEATED') reached.repeated += 1;
        }
        expect(live.length).toBe(model.kept.length);
        expect(rowsOf(live.edges(minWeight))).toEqual(recomputed(model.kept, with_, minWeight));
        expect(live.edgeCount).toBe(recomputed(model.kept, with_, 1).length);
        reached.crowded += live.crowdedObjects;
        reached.edges += live.edgeCount;
      }
      reached.expired += taken - live.length;
    }),
    { numRuns: 150 },
  );
  // A generator that never gets there would prove nothing.
  for (const [what, times] of Object.entries(reached)) expect([what, times > 10]).toEqual([what, true]);
});

test('the cut into batches changes nothing', () => {
  fc.assert(
    fc.property(feed, parameters, (rows, with_) => {
      const [looking, silent] = [new LiveNetwork(with_), new LiveNetwork(with_)];
      for (const { account, object, content, time } of rows) {
        looking.add(account, object, content, time);
        looking.edges(1);
        silent.add(account, object, content, time);
      }
      expect(rowsOf(looking.edges(1))).toEqual(rowsOf(silent.edges(1)));
    }),
  );
});

test('a look tells of the edges that did not have the weight at the look before, however much came between and crossed it', () => {
  const batches = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 9 });
  const weights = fc.array(fc.constantFrom(1, 2, 2, 2, 3), { minLength: 1, maxLength: 9 });
  const reached = { risen: 0, fallen: 0, kept: 0, crowded: 0 };
  fc.assert(
    fc.property(feed, parameters, batches, weights, fc.boolean(), (rows, with_, sizes, asked, oneWeight) => {
      const live = new LiveNetwork(with_);
      const model = new KeptByDefinition(with_);
      let above = new Set<string>();
      for (let at = 0, batch = 0; at < rows.length; batch++) {
        const end = Math.min(rows.length, at + sizes[batch % sizes.length]!);
        for (; at < end; at++) {
          const { account, object, content, time } = rows[at]!;
          live.add(account, object, content, time);
          model.take(rows[at]!);
        }
        const minWeight = oneWeight ? 2 : asked[batch % asked.length]!;
        const look = live.look(minWeight);
        const now = new Map(recomputed(model.kept, with_, minWeight).map((row) => [`${row[0]}-${row[1]}`, row]));
        expect(look.aboveCount).toBe(now.size);
        expect(rowsOf(look.above())).toEqual([...now.values()]);
        expect(rowsOf(look.risen)).toEqual(Array.from(now).flatMap(([key, row]) => (above.has(key) ? [] : [row])));
        reached.risen += look.risen.length;
        reached.kept += look.aboveCount - look.risen.length;
        reached.fallen += [...above].filter((key) => !now.has(key)).length;
        reached.crowded += live.crowdedObjects;
        above = new Set(now.keys());
      }
    }),
    { numRuns: 200 },
  );
  for (const [what, times] of Object.entries(reached)) expect([what, times > 10]).toEqual([what, true]);
});

test('a look at which nothing crossed the weight walks no edges', () => {
  const live = new LiveNetwork({ windowMs: SECOND, horizonMs: 3600 * SECOND, latenessMs: 0 });
  for (let i = 0; i < 400; i++) live.add(i, Math.floor(i / 20), i, 0);
  live.look(2);
  const { visit } = EdgeTable.prototype;
  let walks = 0;
  EdgeTable.prototype.visit = function (each) {
    walks += 1;
    visit.call(this, each);
  };
  try {
    live.add(0, 90, 500, SECOND);
    live.add(1, 90, 501, SECOND);
    expect(live.look(2).risen.length).toBe(1);
    expect(live.look(2).risen.length).toBe(0);
    expect(walks).toBe(0);
    live.look(3);
    expect(walks).toBe(1);
  } finally {
    EdgeTable.prototype.visit = visit;
  }
});

test('a viral object costs no pairs, and counts again when it has shrunk', () => {
  const with_ = { windowMs: 60 * SECOND, horizonMs: 3600 * SECOND, latenessMs: 0, mostPairsOnObject: 1000 };
  const live = new LiveNetwork(with_);
  for (let i = 0; i < 2000; i++) live.add(i, 0, i, i * 10);
  expect([live.crowdedObjects, live.edgeCount, live.length]).toEqual([1, 0, 2000]);
  live.add(5, 0, 2000, 3_620_000);
  live.add(6, 0, 2001, 3_620_500);
  // Two at the end of the horizon, and the two new ones.
  const left = live.length;
  expect([live.crowdedObjects, live.edgeCount]).toEqual([0, 1]);
  expect(left).toBe(2);
});

test('more edges than the bound allows are refused with what to do', () => {
  const live = new LiveNetwork({ windowMs: 1000, horizonMs: 5000, latenessMs: 0, mostEdges: 2 });
  for (let i = 0; i < 2; i++) live.add(i, 0, i, 0);
  expect(() => live.add(2, 0, 2, 0)).toThrow(expect.objectContaining({ code: 'BAD_PARAMETERS', at: '--horizon' }));
});

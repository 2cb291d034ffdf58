import type { SortedActions } from '#domain/detection.js';

/** The definition of the calibrated tests (docs/methods/co-action.md), pair by pair and slowly, to compare with. Times in seconds. */

export interface PlainAction {
  readonly account: number;
  readonly object: number;
  readonly time: number;
}

export interface PlainRow {
  readonly layer: number;
  readonly window: number;
  readonly from: number;
  readonly to: number;
  readonly occasions: number;
  readonly expected: number;
  readonly qWho: number;
  readonly qWhen: number;
}

interface Tested extends Omit<PlainRow, 'qWho' | 'qWhen'> {
  readonly p: number;
}

const HOUR = 3600;
const DAY = 24 * HOUR;
const LEVELS = [HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY];

type Slot = readonly [earlier: PlainAction, later: PlainAction];

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const distinct = <T>(values: readonly T[]) => [...new Set(values)];
const hourOf = ({ time }: PlainAction) => Math.floor(time / HOUR);

export function plainNetwork(
  layers: readonly (readonly PlainAction[])[],
  windows: readonly number[],
  fdr: number,
): { rows: PlainRow[]; tests: number } {
  const able = layers.map(
    (actions) =>
      distinct(actions.map(({ account }) => account)).filter((account) => by(actions, account).length >= 2).length,
  );
  const tests = sum(able.map((n) => (n * (n - 1)) / 2)) * windows.length;
  const all = layers.flatMap((actions, layer) =>
    windows.flatMap((window, w) => byBlocks(actions, window).map((row) => ({ ...row, layer, window: w }))),
  );
  const blocksPassed = passing(all, tests, fdr);
  const near = (row: Tested) => {
    const tied = (account: number) =>
      blocksPassed
        .filter(({ layer, window }) => layer === row.layer && window === row.window)
        .flatMap(({ from, to }) => (from === account ? [to] : to === account ? [from] : []));
    return new Set([...tied(row.from), ...tied(row.to)]);
  };
  const again = blocksPassed.map((row) => {
    const expected = Math.max(row.expected, ownHours(layers[row.layer]!, windows[row.window]!, row, near(row)), 1e-9);
    return { ...row, expected, p: plainPoissonTail(row.occasions, expected) };
  });
  const qWho = plainQ(
    again.map(({ p }) => p),
    tests,
  );
  const who = again.map((row, i) => ({ ...row, qWho: qWho[i]! })).filter(({ qWho: q }) => q <= fdr);
  const tied = (row: Tested) =>
    new Set(
      blocksPassed
        .filter(({ layer, window }) => layer === row.layer && window === row.window)
        .flatMap(({ from, to }) => [from, to]),
    );
  const pWhen = who.map((row) => whenTail(layers[row.layer]!, windows[row.window]!, row, near(row), tied(row)));
  const qWhen = plainQ(pWhen, who.length);
  const rows = who.map(({ p: _, ...row }, i) => ({ ...row, qWhen: qWhen[i]! })).filter(({ qWhen: q }) => q <= fdr);
  return { rows, tests };
}

function by(actions: readonly PlainAction[], account: number): PlainAction[] {
  return actions.filter((one) => one.account === account);
}

function slotsOf(actions: readonly PlainAction[], window: number): Slot[] {
  const sorted = [...actions].sort((a, b) => a.time - b.time);
  return sorted.flatMap((one, i) =>
    sorted
      .slice(i + 1)
      .filter((other) => other.object === one.object && other.time - one.time <= window)
      .map((other): Slot => [one, other]),
  );
}

function coActions(slots: readonly Slot[], a: number, b: number): Slot[] {
  return slots.filter(([x, y]) => (x.account === a && y.account === b) || (x.account === b && y.account === a));
}

export function plainOccasions(hits: readonly Slot[], window: number): number {
  const times = hits.map(([earlier]) => earlier.time).sort((a, b) => a - b);
  const apart = times.filter((time, i) => i === 0 || time - times[i - 1]! > window).length;
  return Math.min(apart, distinct(hits.map(([{ object }]) => object)).length);
}

function byBlocks(actions: readonly PlainAction[], window: number): Omit<Tested, 'layer' | 'window'>[] {
  const slots = slotsOf(actions, window);
  const block = plainBlocks(actions);
  const blocks = distinct([...block.values()]);
  const weight = new Map(
    blocks.map((one) => {
      const size = actions.filter((action) => block.get(action) === one).length;
      const ends = slots.flat().filter((action) => block.get(action) === one).length;
      return [one, (2 * (ends / 2)) / size ** 2];
    }),
  );
  const accounts = distinct(actions.map(({ account }) => account)).sort((a, b) => a - b);
  return accounts.flatMap((from, i) =>
    accounts.slice(i + 1).flatMap((to) => {
      const occasions = plainOccasions(coActions(slots, from, to), window);
      if (occasions < 2) return [];
      const inBlock = (account: number, one: unknown) =>
        by(actions, account).filter((action) => block.get(action) === one).length;
      const mean = sum(blocks.map((one) => weight.get(one)! * inBlock(from, one) * inBlock(to, one)));
      const expected = Math.max(mean, 1e-9);
      return [{ from, to, occasions, expected, p: plainPoissonTail(occasions, expected) }];
    }),
  );
}

export function plainBlocks(actions: readonly PlainAction[]): Map<PlainAction, string> {
  const block = new Map<PlainAction, string>();
  for (const level of LEVELS) {
    for (const unit of distinct(actions.map(({ time }) => Math.floor(time / level)))) {
      const inside = actions.filter(({ time }) => Math.floor(time / level) === unit);
      if (inside.length < 400 || distinct(inside.map(({ account }) => account)).length < 100) continue;
      for (const action of inside) if (!block.has(action)) block.set(action, `${level} ${unit}`);
    }
  }
  const filled = actions.filter((action) => block.has(action)).sort((a, b) => a.time - b.time);
  for (const action of actions) {
    if (block.has(action)) continue;
    const next = filled.find(({ time }) => time >= action.time) ?? filled.at(-1);
    block.set(action, next === undefined ? 'all' : block.get(next)!);
  }
  return block;
}

function ownHours(
  actions: readonly PlainAction[],
  window: number,
  { from, to }: Tested,
  near: ReadonlySet<number>,
): number {
  const slots = slotsOf(actions, window);
  const done = new Set(coActions(slots, from, to).map(([{ object }]) => object));
  const counts = ({ account }: PlainAction) => account === from || account === to || !near.has(account);
  const means = distinct(actions.map(hourOf)).map((hour) => {
    const besides = (account: number) =>
      by(actions, account).filter((action) => hourOf(action) === hour && !done.has(action.object)).length;
    const product = besides(from) * besides(to);
    if (product === 0) return 0;
    const n = actions.filter((action) => hourOf(action) === hour && counts(action)).length;
    const c = slots.filter(([earlier, later]) => hourOf(earlier) === hour && counts(earlier) && counts(later)).length;
    return (2 * c * product) / n ** 2;
  });
  return sum(means);
}

function shareWithin(times: readonly number[], window: number): number {
  const pairs = times.flatMap((one, i) => times.slice(i + 1).map((other) => Math.abs(one - other)));
  return pairs.filter((lag) => lag <= window).length / pairs.length;
}

/** The mean share among untied accounts over the objects of like popularity; of the nearest class, the more popular first. */
function classChance(
  actions: readonly PlainAction[],
  window: number,
  tied: ReadonlySet<number>,
  object: number,
): number {
  const on = (other: number) => actions.filter((action) => action.object === other);
  const popularity = (other: number) => Math.floor(Math.log2(Math.max(2, on(other).length)) + 1e-12);
  const shares = (among: (action: PlainAction) => boolean) =>
    distinct(actions.map((action) => action.object)).flatMap((other) => {
      const times = on(other)
        .filter(among)
        .map(({ time }) => time);
      return times.length < 2 ? [] : [{ like: popularity(other), share: shareWithin(times, window) }];
    });
  const untied = shares(({ account }) => !tied.has(account));
  if (untied.length === 0) return Math.max(Math.min(1, (2 * window) / HOUR), 1e-3);
  const away = ({ like }: { like: number }) =>
    2 * Math.abs(like - popularity(object)) + (like < popularity(object) ? 1 : 0);
  const nearest = Math.min(...untied.map(away));
  const own = untied.filter((one) => away(one) === nearest).map(({ share }) => share);
  return Math.max(sum(own) / own.length, 1e-3);
}

function whenTail(
  actions: readonly PlainAction[],
  window: number,
  { from, to, occasions }: Tested,
  near: ReadonlySet<number>,
  tied: ReadonlySet<number>,
): number {
  const on = (object: number) => actions.filter((action) => action.object === object);
  const prior = (object: number) => classChance(actions, window, tied, object);
  const shared = distinct(by(actions, from).map(({ object }) => object)).filter((object) =>
    by(actions, to).some((action) => action.object === object),
  );
  const chances = shared.map((object) => {
    const rest = on(object)
      .filter(({ account }) => account !== from && account !== to && !near.has(account))
      .map(({ time }) => time);
    const own = rest.length > 1 ? rest.length * shareWithin(rest, window) : 0;
    const ofObject = (own + 20 * prior(object)) / ((rest.length > 1 ? rest.length : 0) + 20);
    const both = on(object)
      .filter(({ account }) => account === from || account === to)
      .map(({ time }) => time);
    const middle = sum(both) / both.length;
    const besides = (account: number) =>
      by(actions, account)
        .filter((action) => action.object !== object && Math.abs(action.time - middle) <= DAY)
        .map(({ time }) => time);
    const [one, other] = [besides(from), besides(to)];
    if (one.length === 0 || other.length === 0) return ofObject;
    const hits = one.flatMap((x) => other.filter((y) => Math.abs(x - y) <= window)).length;
    return Math.max(ofObject, (hits + 4 * prior(object)) / (one.length * other.length + 4));
  });
  let successes = [1];
  for (const chance of chances)
    successes = [...successes, 0].map((p, i) => p * (1 - chance) + (i === 0 ? 0 : successes[i - 1]! * chance));
  return sum(successes.slice(occasions));
}

export function plainPoissonTail(k: number, mean: number): number {
  const terms: number[] = [];
  let term = Math.exp(-mean);
  for (let j = 0; j < k + 20 * mean + 100; j++) {
    if (j > 0) term *= mean / j;
    if (j >= k) terms.push(term);
  }
  return Math.min(1, sum(terms.reverse()));
}

/** The smallest rate at which the step-up procedure of Benjamini and Hochberg rejects each test. */
export function plainQ(p: readonly number[], tests: number): number[] {
  return p.map((one) =>
    Math.min(
      1,
      ...p.filter((other) => other >= one).map((other) => (other * tests) / p.filter((third) => third <= other).length),
    ),
  );
}

function passing<Row extends Tested>(rows: readonly Row[], tests: number, fdr: number): Row[] {
  const q = plainQ(
    rows.map(({ p }) => p),
    tests,
  );
  return rows.filter((_, i) => q[i]! <= fdr);
}

/** The same actions as columns, ordered as the detector wants them. */
export function sortedColumns(
  actions: readonly PlainAction[],
  accountCount: number,
  objectCount: number,
): SortedActions {
  const sorted = [...actions].sort((a, b) => a.object - b.object || a.time - b.time || a.account - b.account);
  const objectStart = new Uint32Array(objectCount + 1);
  for (const { object } of sorted) objectStart[object + 1]!++;
  for (let o = 0; o < objectCount; o++) objectStart[o + 1]! += objectStart[o]!;
  return {
    behaviour: 'CO_REPOST',
    length: sorted.length,
    account: Uint32Array.from(sorted, ({ account }) => account),
    object: Uint32Array.from(sorted, ({ object }) => object),
    time: Float64Array.from(sorted, ({ time }) => time * 1000),
    mention: Uint32Array.from(sorted.keys()),
    accountCount,
    objectCount,
    objectStart,
  };
}

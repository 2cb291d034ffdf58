import type { SortedActions } from '#domain/detection.js';
import { partOfProgress } from '#domain/part-of-progress.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { qValues } from './benjamini-hochberg.js';
import { ableAccounts, type LayerActivity, layerActivity } from './layer-activity.js';
import { MarkedAccounts, Neighbourhoods } from './neighbourhoods.js';
import { OwnHours } from './own-hours.js';
import { LEAST_MEAN, sweepPairs } from './pair-sweep.js';
import { joined, kept, type PairTests } from './pair-tests.js';
import { poissonTail } from './poisson-tail.js';
import { sweepTable } from './sweep-table.js';
import { WhenTest } from './when-test.js';
import { type WindowSlots, windowSlots } from './window-slots.js';

export interface CalibratedParameters {
  readonly windowsSeconds: readonly number[];
  /** The share of false ones that is accepted among the pairs kept. */
  readonly fdr: number;
}

/** Pairs of accounts whose co-action is more than chance; one row a pair, behaviour and window. */
export interface CalibratedNetwork {
  readonly pairs: PairTests;
  /** Adjusted for all tests of all pairs, behaviours and windows together (Benjamini and Hochberg 1995). */
  readonly qWho: Float64Array;
  /** Adjusted for all that passed test 1. */
  readonly qWhen: Float64Array;
  /** Pairs of accounts, counted for each behaviour and window: the number of tests. */
  readonly tests: number;
  /** Those with two occasions or more, by window. */
  readonly tried: readonly number[];
  /** Those that passed test 1, by window. */
  readonly passedWho: readonly number[];
}

interface Windowed {
  readonly activity: LayerActivity;
  readonly slots: readonly WindowSlots[];
}

/**
 * Which co-action is more than chance? Two analytic tests, who and when given what; a pair must pass both. All windows
 * and behaviours are one family of tests. Definitions, formulas and papers: docs/methods/co-action.md.
 */
export function calibratedNetwork(
  layers: readonly SortedActions[],
  { windowsSeconds, fdr }: CalibratedParameters,
  onProgress: ProgressListener = () => undefined,
): CalibratedNetwork {
  const windowed = layers.map((actions): Windowed => {
    const activity = layerActivity(actions);
    return { activity, slots: windowsSeconds.map((seconds) => windowSlots(activity, seconds * 1000)) };
  });
  const tests =
    windowed.reduce((sum, { activity }) => sum + pairsOf(ableAccounts(activity)), 0) * windowsSeconds.length;
  const sweeps = windowed.map(({ activity, slots }, layer) => {
    const table = sweepTable(layer, activity, slots);
    return sweepPairs(table, [0, table.code.length], fdr, partOfProgress(onProgress, layer, layers.length));
  });
  const first = joined(sweeps.map((sweep) => sweep.tests));
  const firstQ = qValues(first.p, tests);
  const byBlocks = kept(first, (row) => firstQ[row]! <= fdr);
  const tried = windowsSeconds.map((_, w) => sweeps.reduce((sum, sweep) => sum + sweep.tried[w]!, 0));
  return { ...decided(windowed, byBlocks, tests, fdr), tests, tried };
}

function pairsOf(accounts: number): number {
  return (accounts * (accounts - 1)) / 2;
}

/** Of the pairs that passed test 1 by blocks: those that pass it by their own hours too, and then test 2. */
function decided(windowed: readonly Windowed[], byBlocks: PairTests, tests: number, fdr: number) {
  const windows = windowed[0]?.slots.length ?? 0;
  const near = windowed.map((_, layer) =>
    Array.from({ length: windows }, (__, window) => new Neighbourhoods(byBlocks, layer, window)),
  );
  const byHours = againByHours(windowed, byBlocks, near);
  const qOfHours = qValues(byHours.p, tests);
  const who = kept(byHours, (row) => qOfHours[row]! <= fdr);
  const qWho = qOfHours.filter((q) => q <= fdr);
  const qWhen = qValues(whenTests(windowed, who, near), who.length);
  return {
    pairs: kept(who, (row) => qWhen[row]! <= fdr),
    qWho: qWho.filter((_, row) => qWhen[row]! <= fdr),
    qWhen: qWhen.filter((q) => q <= fdr),
    passedWho: Array.from({ length: windows }, (_, w) => who.window.filter((window) => window === w).length),
  };
}

type Near = readonly (readonly Neighbourhoods[])[];

function againByHours(windowed: readonly Windowed[], tests: PairTests, near: Near): PairTests {
  const expected = Float64Array.from(tests.expected);
  forEachWindow(windowed, tests, near, (rows, ...about) => {
    const hours = new OwnHours(...about);
    for (const row of rows) {
      const mean = hours.expected(tests.from[row]!, tests.to[row]!);
      expected[row] = Math.max(tests.expected[row]!, mean, LEAST_MEAN);
    }
  });
  return { ...tests, expected, p: expected.map((mean, row) => poissonTail(tests.occasions[row]!, mean)) };
}

function whenTests(windowed: readonly Windowed[], tests: PairTests, near: Near): Float64Array {
  const p = new Float64Array(tests.length);
  forEachWindow(windowed, tests, near, (rows, ...about) => {
    const when = new WhenTest(...about);
    for (const row of rows) p[row] = when.p(tests.from[row]!, tests.to[row]!, tests.occasions[row]!);
  });
  return p;
}

/** The rows of each layer and window that has any, with what tests need of it. */
function forEachWindow(
  windowed: readonly Windowed[],
  tests: PairTests,
  near: Near,
  each: (rows: readonly number[], ...about: ConstructorParameters<typeof WhenTest>) => void,
): void {
  windowed.forEach(({ activity, slots }, layer) => {
    slots.forEach((ofWindow, window) => {
      const rows = Array.from(tests.p.keys()).filter(
        (row) => tests.layer[row] === layer && tests.window[row] === window,
      );
      if (rows.length === 0) return;
      each(rows, activity, ofWindow, near[layer]![window]!, new MarkedAccounts(activity.actions.accountCount));
    });
  });
}

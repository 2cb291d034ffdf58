import type { SortedActions } from '#domain/detection.js';
import { partOfProgress } from '#domain/part-of-progress.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { qValues } from './benjamini-hochberg.js';
import { MarkedAccounts, Neighbourhoods } from './neighbourhoods.js';
import { OwnHours } from './own-hours.js';
import { LEAST_MEAN, type SweepOutcome, sweepPairs } from './pair-sweep.js';
import { joined, kept, type PairTests } from './pair-tests.js';
import { poissonTail } from './poisson-tail.js';
import {
  ALL_REFINEMENTS,
  type CalibratedParameters,
  type PreparedLayer,
  preparedLayers,
  type Refinements,
  testsOf,
} from './prepared-layers.js';
import { WhenTest } from './when-test.js';

/** Pairs of accounts whose co-action is more than chance; one row a pair, behaviour and window. */
export interface CalibratedNetwork {
  /** `p` is that of test 1. */
  readonly pairs: PairTests;
  /** Adjusted for all tests of all pairs, behaviours and windows together (Benjamini and Hochberg 1995). */
  readonly qWho: Float64Array;
  /** Adjusted for all that passed test 1. */
  readonly qWhen: Float64Array;
  /** 1 where the row passes both tests family-wise too: not one false one is then accepted among all (Bonferroni). */
  readonly familyWise: Uint8Array;
  /** Pairs of accounts, counted for each behaviour and window: the number of tests. */
  readonly tests: number;
  /** Objects that are crowds within the widest window: pairs that meet there and nowhere else are not tested. */
  readonly crowdedObjects: number;
  /** Those with two occasions or more, by window. */
  readonly tried: readonly number[];
  /** Those that passed test 1, by window. */
  readonly passedWho: readonly number[];
}

/**
 * Which co-action is more than chance? Two analytic tests, who and when given what; a pair must pass both. All windows
 * and behaviours are one family of tests. Definitions, formulas and papers: docs/methods/co-action.md.
 */
export function calibratedNetwork(
  layers: readonly SortedActions[],
  { windowsSeconds, fdr, refinements }: CalibratedParameters,
  onProgress: ProgressListener = () => undefined,
): CalibratedNetwork {
  const prepared = preparedLayers(layers, windowsSeconds, refinements);
  const sweeps = prepared.map(({ table }, layer) =>
    sweepPairs(table, [0, table.code.length], fdr, partOfProgress(onProgress, layer, layers.length)),
  );
  return judged(prepared, sweeps, fdr, refinements);
}

/** Of all pairs that were swept: those that pass test 1 by blocks, then by their own hours too, and then test 2. */
export function judged(
  layers: readonly PreparedLayer[],
  sweeps: readonly SweepOutcome[],
  fdr: number,
  refinements: Refinements = ALL_REFINEMENTS,
): CalibratedNetwork {
  const windows = layers[0]?.slots.length ?? 0;
  const tests = testsOf(layers);
  const byBlocks = passing(joined(sweeps.map((sweep) => sweep.tests)), tests, fdr).tests;
  const near = layers.map((_, layer) =>
    Array.from({ length: windows }, (__, window) => new Neighbourhoods(byBlocks, layer, window)),
  );
  const who = passing(againByHours(layers, byBlocks, near), tests, fdr);
  const pWhen = whenTests(layers, who.tests, near, refinements);
  const qWhen = qValues(pWhen, who.tests.length);
  const passes = (_: unknown, row: number) => qWhen[row]! <= fdr;
  const familyWise = Uint8Array.from(pWhen, (p, row) =>
    p * who.tests.length <= fdr && who.tests.p[row]! * tests <= fdr ? 1 : 0,
  );
  return {
    pairs: kept(who.tests, (row) => qWhen[row]! <= fdr),
    qWho: who.q.filter(passes),
    qWhen: qWhen.filter(passes),
    familyWise: familyWise.filter(passes),
    tests,
    crowdedObjects: layers.reduce((sum, { table }) => sum + table.crowdedCount, 0),
    tried: Array.from({ length: windows }, (_, w) => sweeps.reduce((sum, { tried }) => sum + tried[w]!, 0)),
    passedWho: Array.from({ length: windows }, (_, w) => who.tests.window.filter((window) => window === w).length),
  };
}

function passing(all: PairTests, tests: number, fdr: number): { tests: PairTests; q: Float64Array } {
  const q = qValues(all.p, tests);
  return { tests: kept(all, (row) => q[row]! <= fdr), q: q.filter((value) => value <= fdr) };
}

type Near = readonly (readonly Neighbourhoods[])[];

function againByHours(layers: readonly PreparedLayer[], tests: PairTests, near: Near): PairTests {
  const expected = Float64Array.from(tests.expected);
  forEachWindow(layers, tests, near, (rows, ...about) => {
    const hours = new OwnHours(...about);
    for (const row of rows) {
      const mean = hours.expected(tests.from[row]!, tests.to[row]!);
      expected[row] = Math.max(tests.expected[row]!, mean, LEAST_MEAN);
    }
  });
  return { ...tests, expected, p: expected.map((mean, row) => poissonTail(tests.occasions[row]!, mean)) };
}

function whenTests(
  layers: readonly PreparedLayer[],
  tests: PairTests,
  near: Near,
  refinements: Refinements,
): Float64Array {
  const p = new Float64Array(tests.length);
  forEachWindow(layers, tests, near, (rows, ...about) => {
    const when = new WhenTest(...about, refinements);
    for (const row of rows) p[row] = when.p(tests.from[row]!, tests.to[row]!, tests.occasions[row]!);
  });
  return p;
}

/** The rows of each layer and window that has any, with what tests need of it. */
function forEachWindow(
  layers: readonly PreparedLayer[],
  tests: PairTests,
  near: Near,
  each: (rows: readonly number[], ...about: ConstructorParameters<typeof OwnHours>) => void,
): void {
  layers.forEach(({ activity, slots }, layer) => {
    slots.forEach((ofWindow, window) => {
      const rows = Array.from(tests.p.keys()).filter(
        (row) => tests.layer[row] === layer && tests.window[row] === window,
      );
      if (rows.length === 0) return;
      each(rows, activity, ofWindow, near[layer]![window]!, new MarkedAccounts(activity.actions.accountCount));
    });
  });
}

import type { ProgressListener } from '#domain/ports/issue-store.js';
import { qValues } from '../detect/calibrated/benjamini-hochberg.js';
import type { BurstParameters, LookPeriod } from './burst-parameters.js';
import { type Burst, BurstScan } from './burst-scan.js';
import type { HourCounts } from './hour-counts.js';

const SLICE = 1 << 12;

/** The window of an object that is least like chance, after all tests that were made. */
export interface ObjectBurst extends Burst {
  /** Of the object: corrected for its looks and windows (Bonferroni). */
  readonly pObject: number;
  /** Lowest false discovery rate at which the object is offered, over all objects that were seen. */
  readonly q: number;
  /** The first look, as an hour, that was enough by itself. */
  readonly firstLook: number;
}

export interface FoundBursts {
  readonly scan: BurstScan;
  /** Objects that were used in the period: so many hypotheses. */
  readonly seen: number;
  readonly bursts: readonly ObjectBurst[];
}

/** Objects that burst in the period, the least likely first (of equals in no order). Throw from `onProgress` to stop. */
export function findBursts(
  counts: HourCounts,
  period: LookPeriod,
  parameters: BurstParameters,
  onProgress: ProgressListener = () => undefined,
): FoundBursts {
  const scan = new BurstScan(counts, period, parameters);
  const best: Burst[] = [];
  let seen = 0;
  for (let object = 0; object < counts.objectCount; object++) {
    if (object % SLICE === 0) onProgress(object, counts.objectCount);
    if (!scan.isSeen(object)) continue;
    seen += 1;
    const least = leastLikely(scan.bursts(object));
    if (least !== null) best.push(least);
  }
  const pObject = Float64Array.from(best, ({ lnP }) => afterAll(lnP, scan));
  const q = qValues(pObject, seen);
  const offered = best
    .map((burst, i) => ({ ...burst, pObject: pObject[i]!, q: q[i]! }))
    .filter((burst) => burst.q <= parameters.falseDiscoveryRate);
  const cut = (parameters.falseDiscoveryRate * offered.length) / seen;
  const bursts = offered
    .map((burst) => ({ ...burst, firstLook: firstLook(scan, burst.object, cut) }))
    .sort((a, b) => a.lnP - b.lnP || b.accounts - a.accounts);
  return { scan, seen, bursts };
}

/** After all tests of the object (Bonferroni). Never 0: there is no such chance, only one that no double holds. */
function afterAll(lnP: number, { testsOfObject }: BurstScan): number {
  return Math.min(1, Math.max(Number.MIN_VALUE, Math.exp(lnP + Math.log(testsOfObject))));
}

function leastLikely(bursts: Iterable<Burst>): Burst | null {
  let least: Burst | null = null;
  for (const burst of bursts) if (least === null || burst.lnP < least.lnP) least = burst;
  return least;
}

function firstLook(scan: BurstScan, object: number, cut: number): number {
  for (const { lnP, to } of scan.bursts(object)) if (afterAll(lnP, scan) <= cut) return to;
  throw new Error('an offered object has no look that offers it');
}

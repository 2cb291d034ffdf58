import type { Backgrounds } from './backgrounds.js';
import { fittingWindow, ownWindows } from './cells.js';
import { type ByDetector, byDetector, flaggedBy } from './detectors.js';
import { bestInHindsight } from './hindsight.js';
import { type GroupPlan, plantedGroup } from './planted-group.js';
import { counted, NOTHING, sum, type Tally } from './tally.js';

export interface MeasuredCell {
  readonly plan: GroupPlan;
  /** All seeds together: in shuffled copies, in which nobody else is to be found, and in the data as it is. */
  readonly shuffled: ByDetector<Tally>;
  readonly untouched: ByDetector<Tally>;
  /** Of the accounts of the copies without a plant, the share that is flagged. */
  readonly falseFlags: ByDetector<number>;
}

export function measuredCell(backgrounds: Backgrounds, plan: GroupPlan, seeds: number): MeasuredCell {
  let shuffled = byDetector(() => NOTHING);
  let untouched = shuffled;
  let flagged = byDetector(() => 0);
  for (let seed = 1; seed <= seeds; seed++) {
    const copy = backgrounds.shuffled(seed);
    const inCopy = plantedGroup(copy, plan, seed);
    const inReal = plantedGroup(backgrounds.untouched, plan, seed);
    const setting = bestInHindsight(inCopy, fittingWindow(plan.delaySeconds));
    const looks = { ownWindows: ownWindows(plan.delaySeconds), setting };
    const before = { shuffled, untouched, flagged };
    shuffled = byDetector((detector) => {
      return sum(before.shuffled[detector], counted(flaggedBy(detector, inCopy.actions, looks), inCopy.isPlanted));
    });
    untouched = byDetector((detector) => {
      return sum(before.untouched[detector], counted(flaggedBy(detector, inReal.actions, looks), inReal.isPlanted));
    });
    flagged = byDetector((detector) => before.flagged[detector] + backgrounds.falseFlags(seed, detector, looks));
  }
  const accounts = seeds * backgrounds.untouched.accountCount;
  return { plan, shuffled, untouched, falseFlags: byDetector((detector) => flagged[detector] / accounts) };
}

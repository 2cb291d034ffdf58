import type { SortedActions } from '#domain/detection.js';
import { canonicalActions } from '#graph-jobs/detect/action-file/canonical-actions.js';
import { readActionFile } from '#graph-jobs/detect/action-file/read-action-file.js';
import { shuffledActions } from '#graph-jobs/detect/calibrated/shuffled-actions.js';
import { CED, RUSSIAN } from '../calibration/copies.js';
import { type Detector, flaggedBy, type Looks } from './detectors.js';

const SHUFFLE_SEED = 1;
const BACKGROUNDS = [RUSSIAN, CED];

/** A real set, as it is and in shuffled copies, in which nothing but chance is left: who is flagged there is so falsely. */
export class Backgrounds {
  readonly untouched: SortedActions;
  readonly #copies = new Map<number, SortedActions>();
  readonly #falseFlags = new Map<string, number>();

  constructor(untouched: SortedActions) {
    this.untouched = untouched;
  }

  /** Accounts permuted within hours. */
  shuffled(number: number): SortedActions {
    const copy = this.#copies.get(number) ?? shuffledActions(this.untouched, 'HOURS', SHUFFLE_SEED, number);
    this.#copies.set(number, copy);
    return copy;
  }

  /** Accounts flagged in a copy without a plant; most cells look alike, and what was counted once is kept. */
  falseFlags(number: number, detector: Detector, looks: Looks): number {
    const how = { ours: looks.ownWindows, hindsight: looks.setting, CooRTweet: '', toolkit: '' }[detector];
    const key = JSON.stringify([number, detector, how]);
    const flagged =
      this.#falseFlags.get(key) ??
      flaggedBy(detector, this.shuffled(number), looks).reduce((total, one) => total + one, 0);
    this.#falseFlags.set(key, flagged);
    return flagged;
  }
}

export async function readBackgrounds(name: string): Promise<Backgrounds> {
  const data = BACKGROUNDS.find((known) => known.name === name);
  if (data === undefined) {
    throw new Error(`there is no background ${name}; there are ${BACKGROUNDS.map((known) => known.name).join(', ')}`);
  }
  return new Backgrounds(canonicalActions(await readActionFile(data.file, data.mapping, 'CO_REPOST')).actions);
}

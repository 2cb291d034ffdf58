import type { GroupPlan } from './planted-group.js';

/** The detector's default windows. */
const DEFAULT_WINDOWS = [10, 60, 600];
const HOUR_SECONDS = 3600;

export interface Grid {
  readonly members: readonly number[];
  readonly objects: readonly number[];
  readonly delaysSeconds: readonly number[];
}

export const FULL_GRID: Grid = {
  members: [3, 5, 10, 20, 50],
  objects: [3, 5, 10, 30],
  delaysSeconds: [5, 60, 600, 3600],
};

export function cellsOf({ members, objects, delaysSeconds }: Grid): GroupPlan[] {
  return delaysSeconds.flatMap((delaySeconds) =>
    members.flatMap((of) => objects.map((shared) => ({ members: of, objects: shared, delaySeconds }))),
  );
}

/** What we look at: the default windows, and an hour's besides for what takes longer than all of them. */
export function ownWindows(delaySeconds: number): readonly number[] {
  return delaySeconds > Math.max(...DEFAULT_WINDOWS) ? [...DEFAULT_WINDOWS, HOUR_SECONDS] : DEFAULT_WINDOWS;
}

/** The narrowest of all windows that holds the delay. */
export function fittingWindow(delaySeconds: number): number {
  return [...DEFAULT_WINDOWS, HOUR_SECONDS].find((window) => window >= delaySeconds) ?? delaySeconds;
}

/** Where recall and precision of 0.95 are claimed. */
export function isClaimed({ members, objects, delaySeconds }: GroupPlan): boolean {
  return (members >= 5 && objects >= 5 && delaySeconds <= 60) || (members >= 10 && objects >= 10);
}

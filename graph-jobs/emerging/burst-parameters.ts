export const HOUR = 3_600_000;
const DAY_HOURS = 24;
const WEEK_HOURS = 7 * DAY_HOURS;

/** Lengths of the windows that end at each look, in hours. */
export const WINDOW_HOURS = [1, 6, 24] as const;
/** How far the baseline of a window reaches back from its beginning. */
export const BASELINE_HOURS = 4 * WEEK_HOURS;
/** A look with less before it is not made. */
export const LEAST_HISTORY_HOURS = 3 * DAY_HOURS;
/** The same hours of so many days and weeks before are asked besides. */
export const SEASONS = [
  { shift: DAY_HOURS, times: 7 },
  { shift: WEEK_HOURS, times: 4 },
] as const;
/** Of the Gamma prior of an object's rate, in occurrences (Jeffreys 1946): a new object is expected half a time in its baseline. */
export const PRIOR = 0.5;

export interface BurstParameters {
  /** Accounts in a window below which nothing is called a burst. */
  readonly leastAccounts: number;
  /** Share of what is offered that may be chance (Benjamini and Hochberg 1995). */
  readonly falseDiscoveryRate: number;
  /** IANA name or offset: whose hours and weekdays the seasons are. */
  readonly zone: string;
}

export const DEFAULT_BURST_PARAMETERS: BurstParameters = {
  leastAccounts: 5,
  falseDiscoveryRate: 0.01,
  zone: 'Asia/Jakarta',
};

/** Looks are made at the end of each hour from `from` (excluded) to `to` (included); both are whole hours in Unix milliseconds. */
export interface LookPeriod {
  readonly from: number;
  readonly to: number;
}

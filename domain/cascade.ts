/** The shape of one cascade: the tree of one original and all that descends from it (Goel et al. 2016; Vosoughi et al. 2018). */
export interface CascadeMetrics {
  /** Mention id of the root. */
  readonly rootId: string;
  readonly rootAccountId: string;
  /** Unix milliseconds. */
  readonly startedAt: number;
  /** Mentions, the root included. */
  readonly size: number;
  readonly uniqueAccounts: number;
  /** Longest path from the root, in steps; 0 for a lone root. */
  readonly depth: number;
  /** Most mentions at one depth. */
  readonly maxBreadth: number;
  /** Mean distance over all pairs of mentions (Goel et al. 2016, structural virality); 0 for a lone root. */
  readonly structuralVirality: number;
  /** Share of the descendants whose parent is the root; 0 for a lone root. */
  readonly directShare: number;
  /** Seconds from the root until half of all mentions were out. */
  readonly secondsToHalf: number;
  /** Null in runs from before these were measured. */
  readonly details: CascadeDetails | null;
}

/** All else that is measured of a cascade; docs/methods/spread.md defines each. */
export interface CascadeDetails {
  /** Mean depth of the descendants. */
  readonly meanDepth: number;
  /** Mentions that have a child, and most children of one mention. */
  readonly spreaders: number;
  readonly mostOffspring: number;
  readonly secondsToNineTenths: number;
  readonly lastedSeconds: number;
  /** Mentions out within that time of the root, the root included. */
  readonly inOneHour: number;
  readonly inSixHours: number;
  readonly inOneDay: number;
  /** Most mentions in any 60 minutes. */
  readonly busiestHour: number;
  readonly mostActiveId: string;
  readonly mostActiveMentions: number;
  /** Null where nobody was amplified by others. */
  readonly mostAmplifiedId: string | null;
  readonly mostAmplifiedTimes: number;
  readonly firstMoverId: string | null;
  readonly platforms: PlaceHops;
  readonly provinces: PlaceHops;
  readonly streams: PlaceHops;
  readonly baseline: CascadeBaseline;
}

/** How a cascade moved between places of one kind; a step leads from a parent to its child. */
export interface PlaceHops {
  /** Different known places among its mentions. */
  readonly places: number;
  /** Steps from one place to another, of the `steps` whose two places are known. */
  readonly hops: number;
  readonly steps: number;
}

/** The cascades of the issue beside which this one stands: of like size, with a root as widely followed. */
export interface CascadeBaseline {
  readonly rootFollowers: number | null;
  /** Other cascades that match. */
  readonly matched: number;
  /** Of each measure among them; null where they are too few to say. */
  readonly percentiles: Readonly<Record<MatchedMeasure, number>> | null;
}

/** Measures that have a percentile among matched cascades: all but the size, by which they are matched. */
export const MATCHED_MEASURES = [
  ...(['uniqueAccounts', 'depth', 'maxBreadth', 'structuralVirality', 'directShare', 'secondsToHalf'] as const),
  ...(['meanDepth', 'spreaders', 'mostOffspring', 'secondsToNineTenths', 'lastedSeconds', 'inOneHour'] as const),
  ...(['inSixHours', 'inOneDay', 'busiestHour', 'mostActiveMentions', 'mostAmplifiedTimes'] as const),
  ...(['platforms', 'platformHops', 'provinces', 'provinceHops', 'streams', 'streamHops'] as const),
] as const;
export type MatchedMeasure = (typeof MATCHED_MEASURES)[number];

/** A cascade among all that runs found. */
export interface CascadeKey {
  readonly runId: string;
  readonly rootId: string;
}

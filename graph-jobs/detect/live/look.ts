/** A pair of posts behind a pair of accounts. */
export interface LookEvidence {
  readonly object: string;
  /** Null where the feed has no content ids. */
  readonly fromPost: string | null;
  readonly toPost: string | null;
  readonly fromTime: number;
  readonly toTime: number;
}

/** Two accounts whose edge reached the weight that is watched for. */
export interface NewPair {
  readonly from: string;
  readonly to: string;
  /** Pairs of posts within the horizon, and the objects that they are on. */
  readonly weight: number;
  readonly objects: number;
  /** Of these pairs, each at the time of its earlier post. */
  readonly first: number;
  readonly last: number;
  /** The latest ones. */
  readonly evidence: readonly LookEvidence[];
}

/** A co-timed group that has members who were in no group at the look before. */
export interface GrownGroup {
  readonly members: readonly string[];
  readonly joined: readonly string[];
}

/** What is new in a live network since the last look. Compatible mode: by a fixed cut, which says nothing of chance. */
export interface Look {
  /** The latest time in the feed. */
  readonly at: number;
  /** Heaviest first. */
  readonly pairs: readonly NewPair[];
  /** New pairs beyond the bound on what one look lists. */
  readonly pairsLeftOut: number;
  /** Largest first. */
  readonly groups: readonly GrownGroup[];
  /** False where there are too many pairs to be grouped. */
  readonly grouped: boolean;
  readonly pairsAbove: number;
  readonly edges: number;
  readonly actions: number;
  readonly crowdedObjects: number;
}

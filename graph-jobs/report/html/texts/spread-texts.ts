/** How an issue moved, and what its communities rest on. */
export interface SpreadTexts {
  /** Head of the column with what marks a community. */
  readonly shared: string;
  /** So many of the members, and so many of all others. */
  readonly sharedBy: (accounts: string, members: string, elsewhere: string, others: string) => string;
  readonly foundAgain: string;
  readonly resolution: (resolution: string, modularity: string) => string;
  readonly stability: (partitions: string, mean: string, lowest: string, variation: string) => string;
  readonly hops: HopTexts;
  readonly growth: GrowthTexts;
}

export interface GrowthTexts {
  readonly heading: string;
  readonly lead: string;
  readonly window: string;
  readonly latest: string;
  readonly median: string;
  readonly most: string;
  readonly percentile: string;
  readonly windows: string;
  readonly first: string;
  readonly tooFew: string;
}

export interface HopTexts {
  readonly heading: string;
  readonly lead: string;
  readonly kinds: Readonly<Record<'platforms' | 'provinces' | 'streams', string>>;
  readonly between: string;
  readonly known: string;
  readonly hops: string;
  readonly commonest: string;
}

import type { SpreadTexts } from './spread-texts.js';

export const EN_SPREAD: SpreadTexts = {
  shared: 'Shared most',
  sharedBy: (accounts, members, elsewhere, others) =>
    `${accounts} of ${members} here, ${elsewhere} of ${others} elsewhere`,
  foundAgain: 'Found again',
  resolution: (resolution, modularity) =>
    `Communities by Louvain at resolution ${resolution}, modularity ${modularity}. They are called by what their accounts share most beside the rest of the network: what they wrote and where they are, never what they think.`,
  stability: (partitions, mean, lowest, variation) =>
    `${partitions} seeds compared: adjusted Rand index ${mean} on average, ${lowest} at worst (1: the same communities whatever the seed; 0: chance); variation of information ${variation} of the most possible. “Found again” says how much of a community other seeds find. Low figures mean that another partition would do as well.`,
  growth: {
    heading: 'Growth beside its own past',
    lead: 'Mentions in the window that ends with the last one, beside all earlier windows of the same length. Nights and days are not told apart, and a number alone is no sign of anything.',
    window: 'Window',
    latest: 'Latest',
    median: 'Earlier: median',
    most: 'Earlier: most',
    percentile: 'Percentile among earlier',
    windows: 'Earlier windows',
    first: 'At the start',
    tooFew: 'too few',
  },
  hops: {
    heading: 'From place to place',
    lead: 'Steps from a post to one that answers or passes it on. Only steps whose two places are known can be told to cross.',
    kinds: { platforms: 'Platforms', provinces: 'Provinces', streams: 'News and social' },
    between: 'Between',
    known: 'Both places known',
    hops: 'Cross',
    commonest: 'Commonest ways',
  },
};

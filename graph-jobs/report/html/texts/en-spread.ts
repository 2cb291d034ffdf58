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

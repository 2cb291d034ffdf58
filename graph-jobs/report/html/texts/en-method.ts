import type { ReportTexts } from './report-texts.js';

export const EN_COVERAGE: ReportTexts['coverage'] = {
  heading: 'What the data covers, and what it cannot say',
  lead: 'Figures in this report are about the mentions below and nothing else.',
  measure: 'Measure',
  value: 'Count',
  share: 'Share',
  mentions: 'Mentions',
  platform: (name) => `on ${name}`,
  withRegion: 'Mentions with a known region',
  parentsMissing: 'Mentions whose parent is not in the data',
  accounts: 'Accounts',
  followersKnown: 'Accounts with a known number of followers',
  limits: 'Limits',
  timeStep: 'Times in the data',
  timeStepNone: 'to the second or finer',
  cannotSay: [
    'The data is what was imported and what the query matches. It is no sample of the population, and counts are no measure of public opinion.',
    'Posts that were deleted, private or never collected are missing; “first” always means the first in this data.',
    'Where a platform credits every repost to the original post, the true path is not visible and cascades look flatter than they were.',
    'Where parents are missing, cascades break into smaller ones.',
    'Co-timing has many ordinary causes. The report shows timing and content, not intent, and not who stands behind an account.',
    'Regions are those that accounts or sources state; many state none.',
  ],
};

export const EN_MEASURES: ReportTexts['measures'] = {
  components: (count, largest) =>
    `The network has ${count} ${count === '1' ? 'part' : 'parts'} without an edge between them; the largest holds ${largest} accounts.`,
  pageRank: 'PageRank',
  pageRankValue: 'Share (%)',
  betweenness: 'Betweenness',
  betweennessValue: 'Pairs of accounts',
  lead: 'PageRank is high for accounts that were amplified by accounts that were much amplified themselves. Betweenness is high for accounts that stand on the shortest paths between others: what goes from one part of the network to another may pass them. Both describe a place in this network, no influence on people.',
  samplings: {
    ALL: () => 'Betweenness is exact.',
    UNIFORM: (sources) =>
      `Betweenness is an estimate from ${sources} accounts drawn by chance. With a chance of 95 % all figures at once are off by no more than stands behind ±; one that is smaller than this tells an order at best.`,
    BY_DEGREE: (sources) =>
      `Betweenness counts paths from ${sources} accounts only, drawn by their number of edges: its order means something, its figures do not.`,
  },
};

export const EN_WINDOWS: ReportTexts['windows'] = {
  heading: 'How the result moves with the window',
  lead: 'What each window alone would have found in the same data. A group that many windows find does not hang on the choice of one; a longer window finds slower groups, and more of what shared hours explain.',
  alt: (windows) =>
    `Bar chart by window (${windows}): pairs beyond chance by who, pairs kept, and accounts in groups. The table below has the figures.`,
  table: 'Each window alone',
  window: 'Window',
  asked: 'asked for',
  pairsTried: 'Pairs with two occasions or more',
  pairsBeyondWho: 'Beyond chance by who',
  pairsKept: 'Kept: by when too',
  groups: 'Groups',
  accounts: 'Accounts in groups',
};

export const EN_METHOD: ReportTexts['method'] = {
  heading: 'Method and parameters',
  steps: [
    {
      name: 'Spread network.',
      text: 'Each repost, quote and reply makes an edge from the account amplified to the account that amplified it, weighted by how often.',
    },
    {
      name: 'Communities.',
      text: 'Louvain method (Blondel et al. 2008), or Leiden (Traag et al. 2019) where the parameters say so, on the undirected network, with sorted input and a seeded generator, so that the same data gives the same partition.',
    },
    {
      name: 'Places in the network.',
      text: 'PageRank (Page et al. 1999) of a walker who goes from accounts to those they amplified, in proportion to how often, and starts anew with probability 0.15. Betweenness (Brandes 2001) along the direction of spread, each edge of length 1.',
    },
    {
      name: 'Cascades.',
      text: 'Trees along known parents. Structural virality is the mean distance over all pairs of mentions in a tree (Goel et al. 2016).',
    },
    {
      name: 'Chance.',
      text: 'The same detection runs on copies of the data in which accounts are permuted within time bins: activity and popularity stay, who acted with whom is left to chance.',
    },
    {
      name: 'Standing out.',
      text: 'A group is counted as standing out when at most 1 in 20 of at least 20 shuffled copies has a group of its size or larger, and neither declared accounts nor news outlets are half of its members or more. Sizes are compared, nothing else: a small group does not stand out this way, however often it acts together, and standing out does not say why.',
    },
  ],
  groupSteps: {
    CALIBRATED: {
      name: 'Co-timed groups.',
      text: 'Pairs of accounts are tested twice against chance. Who: would they share so many occasions, given how active each was in each stretch of time and in its own hours (Poisson)? When: of what both shared, is it surprising how much fell within the window, given when everybody else acted on it (Poisson-binomial)? Benjamini and Hochberg (1995) over all pairs, behaviours and windows; a group of two must pass family-wise. Accounts joined by pairs that pass both make a group.',
    },
    COMPATIBLE: {
      name: 'Co-timed groups.',
      text: 'Pairs of different accounts that act on one object within the window, at least as often as the minimum asks for; accounts joined by such pairs make a group.',
    },
  },
  parameters: 'Parameters',
  parameter: 'Parameter',
  value: 'Value',
  usual: 'Default',
  mode: 'Pairs judged',
  modes: { CALIBRATED: 'against chance', COMPATIBLE: 'by a fixed cut' },
  fdr: 'False discovery rate',
  windowsSeconds: 'Windows (s)',
  windowSeconds: 'Window (s)',
  minParticipation: 'Least actions of an account',
  minWeight: 'Least co-actions of a pair',
  behaviours: 'Behaviours',
  resolution: 'Resolution of communities',
  engine: 'Network measured by',
  engines: { IN_PROCESS: 'this program', GDS: 'Neo4j Graph Data Science' },
  usualEngine: 'chosen by size',
  communityMethod: 'Communities by',
  shuffledCopies: 'Shuffled copies',
  seed: 'Seed',
};

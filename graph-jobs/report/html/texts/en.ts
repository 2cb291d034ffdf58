import { EN_CLAIMS } from './en-claims.js';
import { EN_COVERAGE, EN_MEASURES, EN_METHOD, EN_WINDOWS } from './en-method.js';
import { EN_SENTIMENT } from './en-sentiment.js';
import { EN_SPREAD } from './en-spread.js';
import { EN_STRONGEST } from './en-strongest.js';
import { EN_TIES } from './en-ties.js';
import type { ReportTexts } from './report-texts.js';

export const EN: ReportTexts = {
  documentKind: 'Spread report',
  software: 'Jejaring, shared hub for following public issues',
  contents: 'Contents',
  none: 'none',
  unknown: 'unknown',
  withheld: 'withheld',
  nOfN: (shown, all) => `${shown} of ${all}`,
  times: (zone) => `Times in ${zone}; stored in UTC.`,
  spans: {
    seconds: (count) => (count === '1' ? 'one second' : `${count} seconds`),
    minutes: (count) => (count === '1' ? 'one minute' : `${count} minutes`),
    hours: (count) => (count === '1' ? 'one hour' : `${count} hours`),
    days: (count) => (count === '1' ? 'one day' : `${count} days`),
    s: (count) => `${count} s`,
    min: (count) => `${count} min`,
    h: (count) => `${count} h`,
    d: (count) => `${count} d`,
  },
  timeSteps: {
    names: {
      DAY: { whole: 'whole days', same: 'on the same day', orNext: 'on the same day or the next' },
      HOUR: { whole: 'whole hours', same: 'in the same hour', orNext: 'in the same hour or the next' },
      MINUTE: { whole: 'whole minutes', same: 'in the same minute', orNext: 'in the same minute or the next' },
    },
    times: (whole) => `times are ${whole}`,
    atMostApart: (span) => `at most ${span} apart`,
    window: (whole, window, meaning) =>
      `Times in this data are ${whole}: co-timing within ${window} means “${meaning}”.`,
  },
  kinds: { ORIGINAL: 'Originals', REPOST: 'Reposts', REPLY: 'Replies', QUOTE: 'Quotes' },
  streams: { SOCIAL: 'Social', NEWS: 'News' },
  behaviours: {
    CO_REPOST: 'reposting the same post',
    CO_LINK: 'sharing the same link',
    CO_HASHTAG: 'using the same hashtag',
    CO_REPLY: 'replying to the same post',
    CO_MEDIA: 'publishing the same picture or video',
    CO_HASHTAG_SET: 'using the same set of hashtags',
    CO_HASHTAG_SEQUENCE: 'using the same hashtags in the same order',
    CO_TEXT: 'writing nearly the same text',
  },
  layers: {
    L0: 'L0 main account',
    L1: 'L1 key opinion leader',
    L2: 'L2 interactive account',
    L3: 'L3 employee advocacy',
  },
  accounts: {
    account: 'Account',
    outlet: 'news outlet',
    note: (layers) =>
      `Accounts that an agency declares and news outlets appear by name, all others by a keyed pseudonym. A tag such as BNPB · L0 names the agency and the layer it declares (${layers}).`,
  },
  issue: {
    heading: 'The issue',
    id: 'Issue',
    query: 'Query',
    version: (version) => `version ${version}`,
    owner: 'Owner',
    sharedWith: 'Shared with',
    period: 'Data from',
    run: 'Run',
    otherParameters: 'Parameters other than the defaults',
    usually: (value) => `(default ${value})`,
    stale: (ofRun, now) =>
      `This run used version ${ofRun} of the query; the query is now at version ${now}. Map the issue again for figures of the present query.`,
  },
  brief: {
    heading: 'In brief',
    mentions: 'mentions',
    accounts: 'accounts',
    news: 'of them news',
    amplifications: 'amplifications',
    communities: 'communities',
    groups: 'co-timed groups stand out',
    standsOut: 'What stands out',
    carriedBy: 'Who carried it',
    timesAmplified: (count) => `amplified ${count}×`,
    began: 'Where it began',
    firstMention: (time, platform) => `First mention in the data: ${time}, on ${platform}, by`,
    firstAmplified: (time) => `first account that others amplified: ${time},`,
    busiestHour: 'Busiest hour',
    busiestStretch: 'Busiest stretch',
    busiest: (start, count) => `From ${start}: ${count} mentions`,
    where: 'Regions and platforms',
    dataQuality: 'Data',
    parentsMissing: (share) => `${share} of mentions answer or repost a post that is not in the data`,
    followersKnown: (share) => `follower counts of ${share} of accounts are known`,
    noGroups:
      'No accounts acted together more often than chance or the parameters allow for. That does not say that nobody acted together: groups that share fewer than five things, or that are most of the data, can stay unseen.',
    caution:
      'Findings describe timing and content. They say nothing about intent, and two people have to confirm one before it is used.',
  },
  timeline: {
    heading: 'Over time',
    lead: (bucket) =>
      `Mentions in steps of ${bucket}. Social and news streams are counted apart and have scales of their own.`,
    alt: (from, to, peak, count) =>
      `Bar chart of mentions from ${from} to ${to}; the highest bar, at ${peak}, has ${count} mentions. The table below has the figures.`,
    table: 'Mentions by period, stream and kind',
    period: 'Period',
    total: 'Total',
    empty: 'The issue has no mentions.',
  },
  sentiment: EN_SENTIMENT,
  claims: EN_CLAIMS,
  network: {
    heading: 'Spread network',
    lead: 'A line joins two accounts when one reposted, quoted or answered the other. Accounts that amplify one another lie close together.',
    shown: (nodes, accounts, links, edges) =>
      nodes === accounts
        ? `Shown: all ${accounts} accounts and ${links} of ${edges} edges.`
        : `Shown: ${nodes} of ${accounts} accounts, the most connected ones and those around them, and ${links} of ${edges} edges.`,
    alt: (nodes, accounts, communities) =>
      `Drawing of the spread network: ${nodes} of ${accounts} accounts, coloured and shaped by community, ${communities} communities in all. The tables below name the communities and accounts.`,
    key: 'Communities',
    other: 'all others',
    size: 'The larger the mark, the more often the account was amplified.',
    modularity: (value) =>
      `Modularity ${value}: 0 means that communities are no denser than chance, values above 0.3 that they are clearly apart.`,
    empty: 'Nobody in the data amplified anybody else.',
  },
  communities: {
    heading: 'Communities',
    lead: 'Accounts that amplify one another more than others do. A community says who passes on whose posts, not who agrees with whom.',
    community: 'Community',
    size: 'Accounts',
    mentions: 'Mentions',
    inside: 'Amplifications inside',
    across: 'Across its border',
    topAccounts: 'Most amplified in it',
    topHashtags: 'Hashtags',
  },
  rankings: {
    heading: 'Accounts',
    lead: 'Being amplified and being active are different things, so there are two lists.',
    rank: 'Rank',
    mostAmplified: 'Most amplified',
    timesAmplified: 'Times amplified',
    mostActive: 'Most active',
    mentions: 'Mentions',
    firstMovers: 'First among accounts that others amplified',
    firstMention: 'First mention',
  },
  measures: EN_MEASURES,
  regions: {
    heading: 'Regions',
    lead: 'Mentions by the province that the account or source states; regencies and cities count for their province.',
    none: 'No mention in the data states a region.',
    provinces: 'Provinces',
    province: 'Province',
    others: 'other provinces',
    without: 'without region',
  },
  cascades: {
    heading: 'Cascades',
    lead: (count, lone) =>
      `A cascade is one original and all that descends from it. The data holds ${count}, of which ${lone} are originals without a response.`,
    caution:
      'The shape of a cascade does not tell true from false: on real data, follower counts alone separate rumours better than shape does.',
    root: 'Original by',
    started: 'Began',
    size: 'Mentions',
    unique: 'Accounts',
    depth: 'Depth',
    breadth: 'Max. breadth',
    virality: 'Structural virality',
    direct: 'Direct',
    half: 'Half after',
  },
  groups: {
    heading: 'Co-timed groups',
    lead: {
      CALIBRATED: (windows) =>
        `Accounts that acted on the same things within ${windows} of each other more often than chance explains, given how active each was, when, and what they share. The same rule holds for all accounts, those of the government included. A group is a starting point for review, never a verdict on a person.`,
      COMPATIBLE: (window) =>
        `Accounts that acted on the same things within ${window} of each other, at least as often as the parameters ask for. The same rule holds for all accounts, those of the government included. A group is a starting point for review, never a verdict on a person.`,
    },
    qValue: (rate) => `Its edges hold it together from a false discovery rate of ${rate} on.`,
    headline: {
      standOut: (count, all) =>
        `${count} of ${all} ${all === '1' ? 'group' : 'groups'} ${count === '1' ? 'stands' : 'stand'} out from chance (no more than 1 in 20 shuffled copies has one as large)`,
      explained: (count) =>
        `${count} ${count === '1' ? 'is' : 'are'} mostly declared government amplification or news syndication (50% of the members or more)`,
      withinChance: (count) => `${count} ${count === '1' ? 'is' : 'are'} no larger than what shuffled copies show`,
      unknown: (count) => `${count} cannot be told from chance, since the run made fewer than 20 shuffled copies`,
    },
    standing: 'Against chance',
    standings: {
      STANDS_OUT: 'stands out from chance',
      EXPLAINED: 'mostly declared or news',
      WITHIN_CHANCE: 'no larger than chance',
      UNKNOWN: 'too few copies to tell',
    },
    none: 'None were found with these parameters. That does not show that there are none.',
    crowds: (objects, pairs) =>
      `${objects} ${objects === '1' ? 'thing was' : 'things were'} acted on by crowds (more than ${pairs} pairs of mentions within the window). Accounts that meet there and nowhere else are left out of this section.`,
    overview: 'All groups',
    moreGroups: (run) => `The other groups are in the API: Issue.coTimedGroups of run ${run}.`,
    detailed: (shown, all) => `In detail: ${shown} of ${all} groups, those that stand out first.`,
    group: (number) => `Group ${number}`,
    finding: 'Finding',
    pairs: 'Pairs of mentions',
    copiesAsLarge: 'Copies with a group as large',
    leadingExplanation: 'Leading ordinary explanation',
    summary: (members, behaviours, pairs) =>
      `${members} accounts, by ${behaviours}; ${pairs} pairs of mentions lie behind it.`,
    declaredBadge: 'declared government amplification',
    members: 'Members',
    moreMembers: 'The other members can be looked up in the API by finding id.',
    chance: 'How much of this would chance give?',
    chancePairs: (expected, observed, copies, bin) =>
      `Shuffled copies of the same data give ${expected} of ${observed} pairs: mean over ${copies} copies, in which accounts are permuted within ${bin} hours.`,
    chanceGroup: (copies, all) => `A group of this size or larger appears in ${copies} of ${all} copies.`,
    chanceUnknown: 'No shuffled copies were computed in this run, so that chance is unknown.',
    ordinary: 'Ordinary explanations',
    ordinaryLead: 'Share of the group that each one covers. Always computed, always shown.',
    explanation: 'Explanation',
    share: 'Share',
    evidence: 'Evidence',
    evidenceRows: (shown, all) => `${shown} of ${all} rows`,
    evidenceSpread: 'the most frequent pairs first, one row of each before a second of any',
    evidenceLookup: (finding) =>
      `Posts of private accounts are not identified here. An authorised analyst finds them in the API under finding ${finding}, by the two accounts or by the row number.`,
    evidenceKept: (kept, all) =>
      `Of a group this large, ${kept} of ${all} rows are kept: those of the strongest pairs of accounts.`,
    row: 'Row',
    from: 'Account A',
    to: 'Account B',
    object: 'Acted on',
    repostedPost: 'the same post (reposted)',
    sameMedia: 'the same picture or video',
    answeredPost: 'the same post (answered)',
    sameText: 'nearly the same text',
    firstTime: 'Time of A',
    secondTime: 'Time of B',
    apart: 'Apart',
  },
  explanations: {
    DECLARED_GOVERNMENT_AMPLIFICATION: {
      name: 'Declared government amplification',
      meaning: 'members that an agency declares as its own accounts',
    },
    NEWS_SYNDICATION: { name: 'News syndication', meaning: 'members that are news outlets carrying the same item' },
    SHARED_SOURCE: { name: 'One shared source', meaning: 'an audience that follows the same source within minutes' },
    ONE_HYPERACTIVE_ACCOUNT: {
      name: 'One hyperactive account',
      meaning: 'evidence that involves the single most active member',
    },
    BURST_EVERYONE_JOINED: {
      name: 'A burst that everyone joined',
      meaning: 'evidence from moments in which many others acted on the same object',
    },
    ON_THE_HOUR: { name: 'Scheduled on the hour', meaning: 'evidence at times where schedulers usually publish' },
  },
  ties: EN_TIES,
  spread: EN_SPREAD,
  coverage: EN_COVERAGE,
  method: EN_METHOD,
  windows: EN_WINDOWS,
  strongest: EN_STRONGEST,
  manifest: {
    heading: 'Run manifest',
    runId: 'Run id',
    inputHash: 'Input (SHA-256)',
    codeVersion: 'Code',
    queryVersion: 'Query version',
    reproduce: 'How to reproduce',
    reproduceLead:
      'With the same data, the parameters above and this code, mapping the issue gives the same run id and the same bytes. The report of this run:',
    cite: 'How to cite',
    citation: (title, run, code, from, to) =>
      `Spread report “${title}”, run ${run}, made with ${code} from data of ${from} to ${to}.`,
    footer: 'This report loads nothing from the network and can be kept as one file.',
  },
};

import type { Account } from '#domain/account.js';
import { DEFAULT_RUN_PARAMETERS } from '#domain/run.js';
import type { Community, DocumentedEvidence, DocumentedGroup, RunDocument } from '#domain/run-document.js';

const START = Date.UTC(2026, 2, 1, 17);
const HOUR = 3_600_000;

/** Pseudonyms as a store makes them; the first is the main account of BNPB, the second a news outlet. */
export const ACCOUNT_IDS = Array.from({ length: 40 }, (_, i) => `acc${String(i).padStart(13, '0')}`);

/** A document of one run with something in every section. */
export function reportDocument(over: Partial<RunDocument> = {}): RunDocument {
  return {
    runId: 'run-0123456789abcdef',
    inputHash: 'a'.repeat(64),
    codeVersion: 'jejaring@0.1.0',
    parameters: { ...DEFAULT_RUN_PARAMETERS, engine: 'IN_PROCESS' },
    issue: {
      id: 'banjir-kota-fiktif',
      title: 'Banjir Kota Fiktif',
      query: '"kota fiktif" OR #banjirkotafiktif',
      queryVersion: 2,
      ownerAgencyId: 'bnpb',
    },
    coverage: {
      mentions: 1234,
      accounts: 567,
      from: START,
      to: START + 48 * HOUR,
      byPlatform: { tiktok: 400, x: 834 },
      byKind: { ORIGINAL: 300, REPOST: 700, REPLY: 200, QUOTE: 34 },
      byStream: { SOCIAL: 1200, NEWS: 34 },
      withRegion: 800,
      byProvince: { 31: 500, 32: 200, 33: 100 },
      timeStepMs: 1000,
      parentsMissing: 12,
      accountsWithFollowers: 500,
    },
    firstMention: { accountId: ACCOUNT_IDS[6]!, time: START, platform: 'tiktok', kind: 'ORIGINAL' },
    busiestHour: { start: START + 4 * HOUR, mentions: 20 },
    timeline: { bucketMs: HOUR, buckets: Array.from({ length: 48 }, (_, i) => bucket(i)) },
    network: network(),
    measures: {
      ...{ engine: 'IN_PROCESS', method: 'LOUVAIN', components: { count: 3, largest: 500 } },
      pageRank: ACCOUNT_IDS.slice(0, 4).map((accountId, i) => ({ accountId, value: 0.125 / (i + 1) })),
      betweenness: {
        ...{ sampling: 'UNIFORM', sources: 870 },
        accounts: [{ accountId: ACCOUNT_IDS[1]!, value: 4321.5, error: 987.25 }],
      },
    },
    mostAmplified: ACCOUNT_IDS.slice(0, 10).map((accountId, i) => ({ accountId, value: 90 - i })),
    mostActive: ACCOUNT_IDS.slice(10, 20).map((accountId, i) => ({ accountId, value: 40 - i })),
    firstMovers: ACCOUNT_IDS.slice(0, 5).map((accountId, i) => ({ accountId, value: START + i * HOUR })),
    communities: [community(0), community(1)],
    cascades: { count: 300, lone: 200, largest: [cascade()] },
    groups: [group()],
    ...over,
  };
}

/** The only accounts of the document that have a name. */
export function publicAccounts(): ReadonlyMap<string, Account> {
  const plain = { platform: 'x', displayName: null, followers: 9, createdAt: null };
  const agency: Account = {
    ...plain,
    id: ACCOUNT_IDS[0]!,
    nativeId: '1',
    handle: 'bnpb_simulasi',
    newsOutlet: false,
    agencyId: 'bnpb',
    layer: 'L0',
  };
  const outlet: Account = {
    ...plain,
    id: ACCOUNT_IDS[1]!,
    nativeId: '2',
    handle: 'kabarfiktif',
    newsOutlet: true,
    agencyId: null,
    layer: null,
  };
  return new Map([agency, outlet].map((account) => [account.id, account]));
}

export function group(over: Partial<DocumentedGroup> = {}): DocumentedGroup {
  return {
    id: 'run-0123456789abcdef-g1',
    runId: 'run-0123456789abcdef',
    issueId: 'banjir-kota-fiktif',
    behaviours: ['CO_LINK', 'CO_REPOST'],
    attribution: [
      { behaviour: 'CO_LINK', share: 0.625 },
      { behaviour: 'CO_REPOST', share: 0.375 },
    ],
    layerGroups: [
      { behaviour: 'CO_LINK', number: 1, size: 9, shared: 9, relation: 'WITHIN', alsoIn: [], alsoInCount: 0 },
      {
        behaviour: 'CO_REPOST',
        number: 2,
        size: 7,
        shared: 4,
        relation: 'OVERLAPPING',
        alsoIn: ['run-0-g2', 'run-0-g3'],
        alsoInCount: 5,
      },
    ],
    members: ACCOUNT_IDS.slice(20, 32),
    edges: [],
    evidenceCount: 98,
    chance: { observedPairs: 66, expectedPairs: 1.4, copiesWithGroupAsLarge: 0.05, copies: 20, binHours: 6 },
    explanations: [
      { kind: 'DECLARED_GOVERNMENT_AMPLIFICATION', share: 0 },
      { kind: 'NEWS_SYNDICATION', share: 0.25 },
    ],
    evidence: [
      evidence('CO_LINK', 'https://petisi.example/1?ref=someone'),
      evidence('CO_REPOST', 'x:7100000000000097'),
    ],
    ...over,
  };
}

export function evidence(behaviour: DocumentedEvidence['behaviour'], object: string): DocumentedEvidence {
  return {
    row: 7,
    from: ACCOUNT_IDS[20]!,
    to: ACCOUNT_IDS[21]!,
    behaviour,
    object,
    fromMentionId: 'x:7100000000009991',
    toMentionId: 'x:7100000000009992',
    fromTime: START + HOUR,
    toTime: START + HOUR + 7_000,
  };
}

export function community(number: number, hashtag = 'banjirkotafiktif'): Community {
  return {
    number,
    accounts: 200 - number,
    mentions: 400,
    inside: 350,
    across: 40,
    topAccounts: ACCOUNT_IDS.slice(number * 3, number * 3 + 3).map((accountId) => ({ accountId, value: 12 })),
    topHashtags: [{ hashtag, count: 33 }],
    shared: [
      { kind: 'HASHTAG', name: hashtag, accounts: 61, members: 200 - number, elsewhere: 7, others: 367 },
      { kind: 'PROVINCE', name: '31', accounts: 44, members: 200 - number, elsewhere: 9, others: 367 },
    ],
    foundAgain: 0.83,
  };
}

function bucket(i: number): RunDocument['timeline']['buckets'][number] {
  return {
    start: START + i * HOUR,
    counts: [
      { stream: 'SOCIAL', kind: 'ORIGINAL', count: 3 + (i % 5) },
      { stream: 'SOCIAL', kind: 'REPOST', count: 10 + (i % 7) },
      { stream: 'NEWS', kind: 'ORIGINAL', count: i % 3 },
    ],
  };
}

function network(): RunDocument['network'] {
  const nodes = ACCOUNT_IDS.slice(0, 30).map((accountId, i) => ({
    accountId,
    community: i % 2,
    x: Math.cos(i) * (1 + (i % 2)),
    y: Math.sin(i) * (1 + (i % 2)),
    amplified: i,
  }));
  const links = nodes.slice(1).map((_, i) => ({ source: i, target: i + 1, weight: 1 + (i % 3) }));
  const picture = { accounts: 567, edges: 900, nodes, links };
  return { accounts: 567, edges: 900, amplifications: 934, modularity: 0.456, communities: 7, picture };
}

function cascade(): RunDocument['cascades']['largest'][number] {
  return {
    rootId: 'x:7100000000001111',
    rootAccountId: ACCOUNT_IDS[30]!,
    startedAt: START + HOUR,
    size: 120,
    uniqueAccounts: 110,
    depth: 6,
    maxBreadth: 60,
    structuralVirality: 2.34,
    directShare: 0.61,
    secondsToHalf: 5400,
    details: null,
  };
}

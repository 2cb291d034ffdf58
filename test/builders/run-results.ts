import { type CascadeBaseline, type CascadeDetails, type CascadeMetrics, MATCHED_MEASURES } from '#domain/cascade.js';
import type { CoTimedEdge, EvidenceRow } from '#domain/finding.js';
import type { RunResults } from '#domain/ports/run-store.js';
import { DEFAULT_RUN_PARAMETERS, type Run } from '#domain/run.js';
import type { Community, RunDocument } from '#domain/run-document.js';

export function runOf(id: string, more: Partial<Run> = {}): Run {
  return {
    id,
    issueId: 'i',
    queryVersion: 1,
    state: 'RUNNING',
    inputHash: 'ff',
    parameters: DEFAULT_RUN_PARAMETERS,
    engineReason: 'asked for',
    codeVersion: 'jejaring@0.0.0',
    counts: { mentions: 3 },
    timings: { extract: 5 },
    startedAt: 1000,
    finishedAt: null,
    error: null,
    ...more,
  };
}

export function cascadeOf(rootId: string, size: number): CascadeMetrics {
  return {
    rootId,
    rootAccountId: 'root account',
    startedAt: 1,
    size,
    uniqueAccounts: size,
    depth: 1,
    maxBreadth: size - 1,
    structuralVirality: 1.25,
    directShare: 0.5,
    secondsToHalf: 2.5,
    details: detailsOf(size),
  };
}

/** The cascade with `value` for whatever it can be listed by besides its size, cut to a whole number where it counts. */
export function measuredCascade(cascade: CascadeMetrics, value: number): CascadeMetrics {
  const whole = Math.floor(value);
  const hops = { places: 1, hops: whole, steps: 9 };
  return {
    ...cascade,
    ...{ uniqueAccounts: whole, depth: whole, maxBreadth: whole, structuralVirality: value },
    details: { ...cascade.details!, busiestHour: whole, platforms: hops, provinces: hops, streams: hops },
  };
}

/** Percentiles where few match are null: the cascades of an odd size have them here, the others not. */
function detailsOf(size: number): CascadeDetails {
  const percentiles = Object.fromEntries(MATCHED_MEASURES.map((measure, i) => [measure, i + 0.5]));
  return {
    ...{ meanDepth: 1.5, spreaders: 1, mostOffspring: size - 1, secondsToNineTenths: 7.25, lastedSeconds: 9 },
    ...{ inOneHour: 1, inSixHours: 2, inOneDay: size, busiestHour: size },
    ...{ mostActiveId: 'root account', mostActiveMentions: 2, mostAmplifiedId: null, mostAmplifiedTimes: 0 },
    firstMoverId: 'first mover',
    platforms: { places: 2, hops: 1, steps: size - 1 },
    provinces: { places: 1, hops: 0, steps: 1 },
    streams: { places: 2, hops: 1, steps: size - 1 },
    baseline: {
      rootFollowers: size % 2 === 0 ? null : 1200,
      matched: size,
      percentiles: size % 2 === 0 ? null : (percentiles as unknown as CascadeBaseline['percentiles']),
    },
  };
}

export function communityOf(number: number): Community {
  const counts = { accounts: 3, mentions: 4, inside: 5, across: 6 };
  return { number, ...counts, topAccounts: [{ accountId: 'a', value: 1 }], topHashtags: [{ hashtag: 'h', count: 2 }] };
}

export function groupOf(id: string, runId: string, members: readonly string[], evidence: readonly EvidenceRow[] = []) {
  return {
    id,
    runId,
    issueId: 'i',
    behaviours: ['CO_LINK' as const],
    attribution: [{ behaviour: 'CO_LINK' as const, share: 1 }],
    layerGroups: [],
    members,
    edges: [edgeOf(members[0]!, members[1]!)],
    edgeCount: 3,
    evidenceCount: evidence.length + 2,
    evidenceKept: evidence.length,
    chance: { observedPairs: 1, expectedPairs: 0.5, copiesWithGroupAsLarge: 0, copies: 20, binHours: 6 },
    explanations: [{ kind: 'ON_THE_HOUR' as const, share: 0.25 }],
    evidence,
  };
}

/** Kept at two windows; a rate can be as small as 0, and a figure whole where others are not. */
function edgeOf(from: string, to: string): CoTimedEdge {
  const tests = [
    { windowSeconds: 0.5, occasions: 2, expected: 1.23457e-9, qWho: 0, qWhen: 4.56789e-300 },
    { windowSeconds: 600, occasions: 3, expected: 1, qWho: 0.00123457, qWhen: 0.01 },
  ];
  return { from, to, behaviour: 'CO_LINK', weight: 3, objects: 2, symmetry: 0.75, tests };
}

export function evidenceOf(from: string, to: string, object: string): EvidenceRow {
  const mentions = { fromMentionId: 'x:1', toMentionId: 'x:2', fromTime: 5, toTime: 6 };
  return { from, to, behaviour: 'CO_LINK', object, ...mentions };
}

/** Results with a document that is one in name only: stores keep it as it is. */
export function resultsOf(
  runId: string,
  more: Partial<RunResults> & { communities?: readonly Community[] } = {},
): RunResults {
  const { communities = [], ...parts } = more;
  const nothing = new Uint32Array(0);
  return {
    document: { runId, communities } as unknown as RunDocument,
    network: { accounts: [], community: nothing, source: nothing, target: nothing, weight: nothing },
    cascades: [],
    groups: [],
    ...parts,
  };
}

import type { WindowOutcome } from '#domain/detection.js';
import type { Issue } from '#domain/issue.js';
import type { SentimentModelError } from '#domain/issue-sentiment.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import type { RunResults } from '#domain/ports/run-store.js';
import type { Run } from '#domain/run.js';
import type { DocumentedGroup, NetworkSummary, RunDocument } from '#domain/run-document.js';
import type { CascadeComparison, SpreadMap } from '#domain/spread-map.js';
import { strongestPlaces } from '#domain/strongest-edges.js';
import { cascadeSummary } from './cascades.js';
import { communitySummaries, stabilitySummary } from './communities.js';
import { coverageOf, firstMentionOf } from './coverage.js';
import { growthOf } from './growth.js';
import { measuresSummary } from './measures.js';
import { firstMovers, mostActive, mostAmplified } from './ranks.js';
import { issueSentiment } from './sentiment.js';
import { spreadEvidence } from './spread-evidence.js';
import { busiestHourOf, timelineOf } from './timeline.js';

const EVIDENCE_ROWS = 200;
/** Several times what a report or a summary shows of a group. */
const STRONGEST_EDGES = 50;

/** Everything that the stages of a run found. */
export interface RunFindings {
  readonly run: Run;
  readonly issue: Issue;
  readonly columns: MentionColumns;
  readonly map: SpreadMap;
  readonly comparison: CascadeComparison;
  readonly groups: RunResults['groups'];
  readonly crowdedObjects: number;
  readonly windows: readonly WindowOutcome[];
  /** Of the model that told the sentiment of texts; null where none did. */
  readonly model: SentimentModelError | null;
}

/** What a run found, in one document without times of execution: same input, parameters and code, same bytes. */
export function runDocument(findings: RunFindings): RunDocument {
  const { run, issue, columns, map, comparison, groups, crowdedObjects, windows, model } = findings;
  const sentiment = issueSentiment(columns, model);
  const { id, title, query, queryVersion, ownerAgencyId } = issue;
  return {
    runId: run.id,
    inputHash: run.inputHash,
    codeVersion: run.codeVersion,
    parameters: run.parameters,
    issue: { id, title, query, queryVersion, ownerAgencyId },
    coverage: coverageOf(columns),
    firstMention: firstMentionOf(columns),
    busiestHour: busiestHourOf(columns),
    timeline: timelineOf(columns),
    network: networkSummary(map),
    measures: measuresSummary(columns, map),
    mostAmplified: mostAmplified(columns, map.network),
    mostActive: mostActive(columns),
    firstMovers: firstMovers(columns, map.network),
    communities: communitySummaries(columns, map.network, map.measures.communities),
    cascades: cascadeSummary(columns, map.cascades, comparison),
    hops: map.hops,
    growth: growthOf(columns),
    ...(sentiment !== null && { sentiment }),
    groups: groups.map(headOf),
    crowdedObjects,
    windows,
  };
}

function networkSummary({ network, measures, picture }: SpreadMap): NetworkSummary {
  return {
    accounts: network.nodes,
    edges: network.edges,
    amplifications: network.amplifications,
    amplifiedAccounts: network.amplified.reduce((accounts, times) => accounts + Number(times > 0), 0),
    modularity: measures.communities.modularity,
    communities: measures.communities.count,
    stability: stabilitySummary(measures.communities.stability),
    picture,
  };
}

/** A run may have any number of large groups: its document tells the head of each, and all of its members. */
function headOf({ evidence, edges, ...group }: RunResults['groups'][number]): DocumentedGroup {
  const strongest = strongestPlaces(edges, STRONGEST_EDGES).sort((a, b) => a - b);
  return {
    ...group,
    edges: strongest.map((place) => edges[place]!),
    evidence: spreadEvidence(edges, evidence, EVIDENCE_ROWS),
  };
}

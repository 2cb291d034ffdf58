import type { AccountLayer } from '../account.js';
import type { Behaviour } from '../action.js';
import type { Agency } from '../agency.js';
import type { CascadeMetrics } from '../cascade.js';
import type { Claim } from '../claim.js';
import type { ClaimMatch, MatchDecision } from '../claim-match.js';
import type { CandidateDecision, EmergingCandidate, KeptSearch } from '../emerging-issue.js';
import type { EvidenceRow, ReviewState } from '../finding.js';
import type { Issue } from '../issue.js';
import type { JobState } from '../job.js';
import type { Mention } from '../mention.js';
import type { Region } from '../region.js';
import type { RunState } from '../run.js';

/** An account with what only imports ask for: null is "nobody told", which is not the same as false. */
export interface TransferredAccount {
  readonly id: string;
  readonly platform: string;
  readonly nativeId: string;
  readonly handle: string | null;
  readonly displayName: string | null;
  readonly followers: number | null;
  readonly createdAt: number | null;
  readonly newsOutlet: boolean | null;
  readonly agencyId: string | null;
  readonly layer: AccountLayer | null;
  /** The latest time for which a source told of the account. */
  readonly toldAt: number | null;
}

/** A mention, or a parent that is named and not imported: then everything but its id is null or empty. */
export interface TransferredMention
  extends Pick<
    Mention,
    | 'id'
    | 'platform'
    | 'nativeId'
    | 'parentId'
    | 'text'
    | 'urls'
    | 'hashtags'
    | 'mediaHashes'
    | 'regionCode'
    | 'language'
  > {
  readonly kind: Mention['kind'] | null;
  readonly stream: Mention['stream'] | null;
  readonly accountId: string | null;
  readonly publishedAt: number | null;
  /** The import that brought it first, and the row that did; null where the row carried it along. */
  readonly importId: number | null;
  readonly importLine: number | null;
}

/** A line of the import journal. */
export interface TransferredImport {
  readonly id: number;
  readonly path: string;
  readonly bytes: number;
  readonly headHash: string;
  readonly format: string;
  readonly rows: number;
  readonly rejected: number;
  readonly rejectsBytes: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly accountsAdded: number;
  readonly accountsUpdated: number;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly superseded: boolean;
}

/** A mention that an unfinished import brought again. */
export interface TransferredSighting {
  readonly importId: number;
  readonly mentionId: string;
  readonly line: number;
}

export interface TransferredQueryVersion {
  readonly issueId: string;
  readonly version: number;
  readonly query: string;
  readonly since: number;
}

export interface TransferredMembership extends Pick<Mention, 'publishedAt' | 'stream' | 'kind'> {
  readonly issueId: string;
  readonly mentionId: string;
}

/** A run's manifest; objects as the JSON text that the run wrote. */
export interface TransferredRun {
  readonly id: string;
  readonly issueId: string;
  readonly queryVersion: number;
  readonly state: RunState;
  readonly inputHash: string;
  readonly parameters: string;
  readonly engineReason: string | null;
  readonly codeVersion: string;
  readonly counts: string;
  readonly timings: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly error: string | null;
  /** Its network is there as a whole; parts of one are not taken along. */
  readonly spreadKept: boolean;
}

export interface TransferredDocument {
  readonly runId: string;
  readonly document: string;
}

export interface TransferredCommunity {
  readonly runId: string;
  readonly number: number;
  readonly body: string;
}

/** Ranks, here and below, are places from 0 in lists of the run; they follow from the rest. */
export interface TransferredMember {
  readonly runId: string;
  readonly community: number;
  readonly accountId: string;
  readonly amplified: number;
  /** Within the community. */
  readonly rank: number;
  /** Where the account's own amplifications are among all of the run, see outRank and inRank: from, and one after the last. */
  readonly outFrom: number;
  readonly outTo: number;
  readonly inFrom: number;
  readonly inTo: number;
}

/** `from` amplified `to`. Ranks: among all of the run, by the one, then heaviest first, then by the other. */
export interface TransferredAmplification {
  readonly runId: string;
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly outRank: number;
  readonly inRank: number;
}

export interface TransferredCascade extends Omit<CascadeMetrics, 'details'> {
  readonly runId: string;
  /** As the JSON text that the run wrote. */
  readonly details: string | null;
  readonly rank: number;
}

export interface TransferredFinding {
  readonly id: string;
  readonly runId: string;
  /** The group but for `id` and `runId`, as JSON. */
  readonly body: string;
  readonly reviewState: ReviewState;
  readonly reviewUntil: number | null;
  /** The history as JSON, null where nobody reviewed it. */
  readonly reviews: string | null;
  /** Reviewed, and not among what its run found when it was done again. */
  readonly hidden: boolean;
  /** -1 while hidden. */
  readonly rank: number;
}

export interface TransferredEvidence extends EvidenceRow {
  readonly findingId: string;
  readonly ordinal: number;
  readonly behaviour: Behaviour;
}

export interface TransferredJob {
  readonly number: number;
  readonly issueId: string;
  readonly parameters: string;
  readonly state: JobState;
  readonly progress: string | null;
  readonly runId: string | null;
  readonly error: string | null;
  readonly worker: string | null;
  readonly leaseUntil: number | null;
  readonly claims: number;
  readonly stopAsked: boolean;
  readonly requestedAt: number;
  readonly finishedAt: number | null;
}

/** What a store holds, by kind. */
export interface TransferRecords {
  readonly regions: Region;
  readonly agencies: Agency;
  readonly accounts: TransferredAccount;
  readonly imports: TransferredImport;
  readonly mentions: TransferredMention;
  readonly sightings: TransferredSighting;
  readonly issues: Issue;
  readonly queryVersions: TransferredQueryVersion;
  readonly memberships: TransferredMembership;
  readonly runs: TransferredRun;
  readonly documents: TransferredDocument;
  readonly communities: TransferredCommunity;
  readonly members: TransferredMember;
  readonly amplifications: TransferredAmplification;
  readonly cascades: TransferredCascade;
  readonly findings: TransferredFinding;
  readonly evidence: TransferredEvidence;
  readonly jobs: TransferredJob;
  readonly claims: Claim;
  readonly claimMatches: ClaimMatch;
  readonly claimDecisions: MatchDecision;
  readonly emergingSearches: KeptSearch;
  readonly emergingIssues: EmergingCandidate;
  readonly emergingDecisions: CandidateDecision;
}

export type TransferKind = keyof TransferRecords;

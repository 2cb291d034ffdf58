import type { TransferKind, TransferRecords } from './transfer-records.js';

/**
 * The fields of each kind that two stores must agree on, in the order in which a digest takes them. Kinds stand in the
 * order in which they are copied: what a record names comes before it.
 */
export const COMPARED_FIELDS: { readonly [Kind in TransferKind]: readonly (keyof TransferRecords[Kind])[] } = {
  regions: ['code', 'name', 'kind', 'parentCode'],
  agencies: ['id', 'name', 'shortName', 'kind', 'regionCode', 'parentId'],
  accounts: [
    ...(['id', 'platform', 'nativeId', 'handle', 'displayName', 'followers', 'createdAt', 'newsOutlet'] as const),
    ...(['agencyId', 'layer', 'toldAt'] as const),
  ],
  imports: [
    ...(['id', 'path', 'bytes', 'headHash', 'format', 'rows', 'rejected', 'rejectsBytes', 'added', 'updated'] as const),
    ...(['unchanged', 'accountsAdded', 'accountsUpdated', 'startedAt', 'finishedAt', 'superseded'] as const),
  ],
  mentions: [
    ...(['id', 'platform', 'nativeId', 'kind', 'stream', 'accountId', 'publishedAt', 'parentId', 'text'] as const),
    ...(['urls', 'hashtags', 'mediaHashes', 'regionCode', 'language', 'importId', 'importLine'] as const),
  ],
  sightings: ['importId', 'mentionId', 'line'],
  issues: ['id', 'title', 'query', 'queryVersion', 'ownerAgencyId', 'sharedWith', 'createdAt', 'updatedAt'],
  queryVersions: ['issueId', 'version', 'query', 'since'],
  memberships: ['issueId', 'mentionId', 'publishedAt', 'stream', 'kind'],
  runs: [
    ...(['id', 'issueId', 'queryVersion', 'state', 'inputHash', 'parameters', 'engineReason', 'codeVersion'] as const),
    ...(['counts', 'timings', 'startedAt', 'finishedAt', 'error', 'spreadKept'] as const),
  ],
  documents: ['runId', 'document'],
  communities: ['runId', 'number', 'body'],
  members: ['runId', 'community', 'accountId', 'amplified'],
  amplifications: ['runId', 'from', 'to', 'weight'],
  cascades: [
    ...(['runId', 'rootId', 'rootAccountId', 'startedAt', 'size', 'uniqueAccounts', 'depth', 'maxBreadth'] as const),
    ...(['structuralVirality', 'directShare', 'secondsToHalf', 'details'] as const),
  ],
  findings: ['id', 'runId', 'body', 'reviewState', 'reviewUntil', 'reviews', 'hidden'],
  evidence: [
    ...(['findingId', 'ordinal', 'from', 'to', 'behaviour', 'object', 'fromMentionId', 'toMentionId'] as const),
    ...(['fromTime', 'toTime'] as const),
  ],
  jobs: [
    ...(['number', 'issueId', 'parameters', 'state', 'progress', 'runId', 'error', 'worker', 'leaseUntil'] as const),
    ...(['claims', 'stopAsked', 'requestedAt', 'finishedAt'] as const),
  ],
  claims: ['id', 'texts', 'body', 'claimant', 'appearances', 'reviews'],
  claimMatches: ['claimId', 'mentionId', 'score', 'method', 'overlap', 'overlapOf', 'state', 'matchedAt'],
  claimDecisions: ['id', 'claimId', 'mentionId', 'number', 'verdict', 'by', 'reason', 'at'],
  emergingSearches: [
    ...(['id', 'from', 'to', 'leastAccounts', 'falseDiscoveryRate', 'zone', 'mentions', 'objects'] as const),
    ...(['testsOfObject', 'hours', 'hoursWithHistory', 'overdispersion', 'codeVersion', 'candidates', 'at'] as const),
  ],
  emergingIssues: ['id', 'searchId', 'foundTo', 'place', 'firstFrom', 'lastTo', 'state', 'issueId', 'issue'],
  emergingDecisions: ['id', 'candidateId', 'number', 'verdict', 'issueId', 'by', 'reason', 'at'],
};

export const TRANSFER_KINDS = Object.keys(COMPARED_FIELDS) as TransferKind[];

/** How each kind is named to people. */
export const KIND_TITLES: Readonly<Record<TransferKind, string>> = {
  regions: 'regions',
  agencies: 'agencies',
  accounts: 'accounts',
  imports: 'imports',
  mentions: 'mentions and named parents',
  sightings: 'mentions seen again',
  issues: 'issues',
  queryVersions: 'query versions',
  memberships: 'mentions in issues',
  runs: 'runs',
  documents: 'run documents',
  communities: 'communities',
  members: 'community members',
  amplifications: 'amplifications',
  cascades: 'cascades',
  findings: 'co-timed groups',
  evidence: 'evidence rows',
  jobs: 'jobs',
  claims: 'claims',
  claimMatches: 'candidates and matches',
  claimDecisions: 'decisions on matches',
  emergingSearches: 'searches for emerging issues',
  emergingIssues: 'emerging issues',
  emergingDecisions: 'decisions on emerging issues',
};

import type {
  CandidateDecision,
  EmergingCandidate,
  EmergingObject,
  FirstAccount,
  KeptSearch,
} from '#domain/emerging-issue.js';
import type { ExplanationKind } from '#domain/finding.js';
import type {
  EmergingDecision as DecisionType,
  EmergingIssue as EmergingIssueType,
  EmergingObject as EmergingObjectType,
} from './emerging-issue.type.js';
import type { EmergingSearch } from './emerging-search.type.js';
import type { EmergingSource } from './emerging-source.type.js';

/** An emerging issue as its resolver sees it: what is shown, and what the rest is read from. */
export interface EmergingIssueNode extends EmergingIssueType {
  readonly candidate: EmergingCandidate;
}

export function toEmergingIssue(candidate: EmergingCandidate): EmergingIssueNode {
  const { id, state, firstFrom, lastTo, issue } = candidate;
  const share = (kind: ExplanationKind) => issue.explanations.find((one) => one.kind === kind)?.share;
  return {
    ...{ id, state, candidate, platforms: issue.platforms },
    ...{ offeredAt: new Date(issue.offeredAt), firstFrom: new Date(firstFrom), lastTo: new Date(lastTo) },
    ...{ accountCount: issue.accounts, mentionCount: issue.mentions, newsMentionCount: issue.newsMentions },
    byHour: issue.byHour.map(({ at, accounts, expected }) => ({ at: new Date(at), accounts, expected })),
    declaredShare: share('DECLARED_GOVERNMENT_AMPLIFICATION') ?? null,
    newsShare: share('NEWS_SYNDICATION') ?? 0,
    busiestAccountShare: share('ONE_HYPERACTIVE_ACCOUNT') ?? 0,
  };
}

export function toEmergingObject({ from, to, pObject, earlier, ...object }: EmergingObject): EmergingObjectType {
  const { kind, name, accounts, expected, p, q } = object;
  return {
    ...{ kind, name, from: new Date(from), to: new Date(to), accounts, expected, p, pOfAllWindows: pObject, q },
    ...{ asLargeBefore: earlier.asLarge, daysBefore: earlier.days },
  };
}

export function toEmergingSource({ account, mention, at }: FirstAccount): EmergingSource {
  return { at: new Date(at), account: { id: account }, mentionId: mention };
}

export function toEmergingDecision({ number, verdict, by, reason, at }: CandidateDecision): DecisionType {
  return { number, verdict, by, reason, at: new Date(at) };
}

export function toEmergingSearch(search: KeptSearch): EmergingSearch {
  const { id, from, to, at, candidates, mentions, objects, falseDiscoveryRate, leastAccounts, zone } = search;
  const { testsOfObject, hours, hoursWithHistory, overdispersion, codeVersion } = search;
  return {
    ...{ id, from: new Date(from), to: new Date(to), at: new Date(at), candidateCount: candidates },
    ...{ falseDiscoveryRate, leastAccounts, zone, mentionCount: mentions, objectCount: objects },
    ...{ testsOfObject, hours, hoursWithHistory, overdispersion, codeVersion },
  };
}

import type { MatchState } from '../claim-match.js';
import type { CarriedMention } from './carried-mention.js';

/** What a mention does in a cluster: it tells the claim or denies it, as a person decided, or nobody decided yet. */
export const CLUSTER_ROLES = ['TELLS', 'DENIES', 'CANDIDATE'] as const;
export type ClusterRole = (typeof CLUSTER_ROLES)[number];

/** Why a candidate may deny the claim. A sign for the people who decide, never a decision. */
export const DENIAL_SIGNS = ['REVIEW_LINK', 'DECLARED_ACCOUNT'] as const;
export type DenialSign = (typeof DENIAL_SIGNS)[number];

/** A mention with its part in a cluster. */
export interface ClusterPart {
  readonly mention: CarriedMention;
  /** Null for one that only answers or quotes what has a role. */
  readonly role: ClusterRole | null;
  /** The role of what it answers or quotes, whatever its own; null where it answers nothing of the cluster. */
  readonly engages: ClusterRole | null;
  /** The match that its role comes from: its own, or that of what it reposts; null without a role. */
  readonly source: CarriedMention | null;
  /** The author of what it responds to, where that has a role. */
  readonly parentAccountId: string | null;
}

interface Standing {
  readonly role: ClusterRole | null;
  readonly source: CarriedMention | null;
  /** Whether a person decided it. */
  readonly isDecided: boolean;
}

const OUTSIDE: Standing = { role: null, source: null, isDecided: false };
const ROLE_OF: Readonly<Record<MatchState, ClusterRole | null>> = {
  CONFIRMED: 'TELLS',
  DENIES: 'DENIES',
  CANDIDATE: 'CANDIDATE',
  REJECTED: null,
};

/**
 * The parts of a cluster, oldest first; of one time, by id. What people decided of a mention holds for its reposts, unless
 * they decided otherwise of one. What neither carries nor answers anything of the cluster is left out.
 */
export function clusterParts(mentions: readonly CarriedMention[]): ClusterPart[] {
  const sorted = [...mentions].sort(byTime);
  const byId = new Map(sorted.map((mention) => [mention.mentionId, mention]));
  const standings = new Map<string, Standing>();
  for (const mention of sorted) if (!standings.has(mention.mentionId)) settle(mention, byId, standings);
  return sorted.flatMap((mention) => {
    const { role, source } = standings.get(mention.mentionId)!;
    const parent = mention.parentId === null ? undefined : byId.get(mention.parentId);
    const parentRole = parent === undefined ? null : standings.get(parent.mentionId)!.role;
    const engages = mention.kind === 'REPOST' ? null : parentRole;
    if (role === null && engages === null) return [];
    return [{ mention, role, source, engages, parentAccountId: parentRole === null ? null : parent!.accountId }];
  });
}

/** Signs that a candidate, or what it reposts, denies the claim; none for what people decided. */
export function denialSigns({ role, source }: Pick<ClusterPart, 'role' | 'source'>): DenialSign[] {
  if (role !== 'CANDIDATE' || source === null) return [];
  const signs = { REVIEW_LINK: source.match?.method === 'review-url', DECLARED_ACCOUNT: source.declared };
  return DENIAL_SIGNS.filter((sign) => signs[sign]);
}

/** From the top of a chain of reposts downwards, without recursion: a chain may be as long as an issue. */
function settle(mention: CarriedMention, byId: ReadonlyMap<string, CarriedMention>, standings: Map<string, Standing>) {
  const chain = [mention];
  for (
    let at = climbedFrom(mention, byId);
    at !== undefined && !standings.has(at.mentionId);
    at = climbedFrom(at, byId)
  ) {
    chain.push(at);
    // A source may say that two mentions repost each other: what comes round again stands for itself.
    standings.set(at.mentionId, OUTSIDE);
  }
  for (const one of chain.reverse()) standings.set(one.mentionId, standingOf(one, aboveOf(one, standings)));
}

/** What a repost takes its role from; what people decided of a mention hangs on nothing above. */
function climbedFrom(mention: CarriedMention, byId: ReadonlyMap<string, CarriedMention>): CarriedMention | undefined {
  const { kind, parentId } = mention;
  return kind !== 'REPOST' || parentId === null || isDecided(mention) ? undefined : byId.get(parentId);
}

function aboveOf({ kind, parentId }: CarriedMention, standings: ReadonlyMap<string, Standing>): Standing {
  return kind === 'REPOST' && parentId !== null ? (standings.get(parentId) ?? OUTSIDE) : OUTSIDE;
}

function standingOf(mention: CarriedMention, above: Standing): Standing {
  const follows = !isDecided(mention) && (above.isDecided || above.role !== null);
  if (mention.match === null || follows) return above;
  const role = ROLE_OF[mention.match.state];
  return { role, source: role === null ? null : mention, isDecided: isDecided(mention) };
}

function isDecided({ match }: CarriedMention): boolean {
  return match !== null && match.state !== 'CANDIDATE';
}

function byTime(one: CarriedMention, other: CarriedMention): number {
  return one.publishedAt - other.publishedAt || (one.mentionId < other.mentionId ? -1 : 1);
}

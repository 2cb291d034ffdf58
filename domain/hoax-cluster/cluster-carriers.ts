import { type ClusterPart, type ClusterRole, denialSigns } from './cluster-parts.js';

/** An account that carried a role, and the first mention by which it did. */
export interface ClusterCarrier {
  readonly accountId: string;
  readonly mentionId: string;
  /** Unix milliseconds. */
  readonly at: number;
  /** How many of its mentions have the role. */
  readonly mentions: number;
}

/** Mentions of one role. */
export interface RoleCounts {
  /** Of which a person decided, or for a candidate the matcher found, that they have it. */
  readonly matches: number;
  /** Reposts of these, and of such reposts. */
  readonly reposts: number;
  readonly accounts: number;
  /** Answers and quotes of all these. */
  readonly responses: number;
  /** Of the matches: those with a sign that they deny the claim; 0 for what people decided. */
  readonly withDenialSign: number;
}

/** Who carried it, the first one first; of one time, by account id. `parts` in their order. */
export function clusterCarriers(parts: readonly ClusterPart[], role: ClusterRole): ClusterCarrier[] {
  const carriers = new Map<string, ClusterCarrier>();
  for (const { mention, role: own } of parts) {
    if (own !== role) continue;
    const { accountId, mentionId, publishedAt } = mention;
    const known = carriers.get(accountId);
    if (known === undefined) carriers.set(accountId, { accountId, mentionId, at: publishedAt, mentions: 1 });
    else carriers.set(accountId, { ...known, mentions: known.mentions + 1 });
  }
  return [...carriers.values()].sort((one, other) => one.at - other.at || (one.accountId < other.accountId ? -1 : 1));
}

export function roleCounts(parts: readonly ClusterPart[], role: ClusterRole): RoleCounts {
  const ofRole = parts.filter((part) => part.role === role);
  const matches = ofRole.filter(({ mention, source }) => mention === source);
  return {
    matches: matches.length,
    reposts: ofRole.length - matches.length,
    accounts: new Set(ofRole.map(({ mention }) => mention.accountId)).size,
    responses: parts.filter(({ engages }) => engages === role).length,
    withDenialSign: matches.filter((part) => denialSigns(part).length > 0).length,
  };
}

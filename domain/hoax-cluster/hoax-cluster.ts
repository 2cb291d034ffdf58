import type { ClaimStore } from '../ports/claim-store.js';
import type { CarriedMention, ClusterKey } from './carried-mention.js';
import { CLUSTER_ROLES, type ClusterPart, clusterParts } from './cluster-parts.js';
import { type CorrectionRace, correctionRace } from './correction-race.js';

/** Mentions of a cluster that are read at most. */
export const MOST_CARRIED = 100_000;
const PARENTS_AT_ONCE = 500;

/** The mentions of an issue that may tell one claim, what denies it, what passes these on and what answers them. */
export interface HoaxCluster extends ClusterKey {
  readonly parts: readonly ClusterPart[];
  /** Whether there is more than was read: the matches first, then what responds to them, step by step. */
  readonly isCut: boolean;
  /**
   * Reposts of the issue that repeat what may tell or deny the claim outside of it, and have no match of their own: without what
   * they repeat nobody sees what they do, and they are in no part.
   */
  readonly outsideReposts: number;
}

type ClusterSource = Pick<ClaimStore, 'matchedInIssue' | 'responsesInIssue' | 'repostsFromOutside'>;

/** Reads a cluster; one without parts where the issue has no match of the claim. */
export async function hoaxCluster(store: ClusterSource, key: ClusterKey, most = MOST_CARRIED): Promise<HoaxCluster> {
  const found = new Map<string, CarriedMention>();
  let latest = await store.matchedInIssue(key, most + 1);
  while (latest.length > 0) {
    for (const mention of latest) found.set(mention.mentionId, mention);
    const parents = latest.filter(carriesOn).map(({ mentionId }) => mentionId);
    latest = await responsesTo(store, key, parents.sort(), found, most + 1);
  }
  const read = [...found.values()];
  const outsideReposts = await store.repostsFromOutside(key);
  return { ...key, parts: clusterParts(read.slice(0, most)), isCut: read.length > most, outsideReposts };
}

/** What responds to what came last and was not read yet, until there is enough. */
async function responsesTo(
  store: ClusterSource,
  key: ClusterKey,
  parents: readonly string[],
  found: ReadonlyMap<string, CarriedMention>,
  most: number,
): Promise<CarriedMention[]> {
  const fresh: CarriedMention[] = [];
  for (let at = 0; at < parents.length && found.size + fresh.length < most; at += PARENTS_AT_ONCE) {
    const responses = await store.responsesInIssue(key, parents.slice(at, at + PARENTS_AT_ONCE), most);
    for (const one of responses) if (!found.has(one.mentionId)) fresh.push(one);
  }
  return fresh;
}

/** What responds to an answer is about the answer, unless that matches the claim itself. */
function carriesOn({ kind, match }: CarriedMention): boolean {
  return match === null ? kind === 'REPOST' : match.state !== 'REJECTED';
}

/** `offsetMs`: of the zone whose hours and midnights begin the buckets. */
export function raceOf({ parts }: Pick<HoaxCluster, 'parts'>, offsetMs: number): CorrectionRace {
  const codes = new Map<string, number>();
  const account = Uint32Array.from(parts, ({ mention: { accountId } }) => {
    const code = codes.get(accountId) ?? codes.size;
    codes.set(accountId, code);
    return code;
  });
  const roleCode = (role: ClusterPart['role']) => (role === null ? 0 : CLUSTER_ROLES.indexOf(role) + 1);
  const columns = {
    account,
    time: Float64Array.from(parts, ({ mention }) => mention.publishedAt),
    role: Uint8Array.from(parts, ({ role }) => roleCode(role)),
    engages: Uint8Array.from(parts, ({ engages }) => roleCode(engages)),
  };
  return correctionRace(columns, offsetMs);
}

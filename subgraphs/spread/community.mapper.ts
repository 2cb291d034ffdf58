import { communityName } from '#domain/community-name.js';
import type { Amplification } from '#domain/ports/spread-store.js';
import type { Community, RankedAccount } from '#domain/run-document.js';
import type {
  Amplification as AmplificationType,
  Community as CommunityType,
  RankedAccount as RankedAccountType,
} from './community.type.js';

/** A community as its resolver sees it: its number means something within its run only. */
export interface CommunityNode extends CommunityType {
  readonly runId: string;
}

export function toCommunity(community: Community, runId: string): CommunityNode {
  const { topAccounts, topHashtags, shared = null, foundAgain = null, ...same } = community;
  return {
    ...same,
    name: shared && communityName(shared, (code) => code),
    shared,
    foundAgain,
    runId,
    topAccounts: topAccounts.map(toRankedAccount),
    topHashtags: topHashtags.map(({ hashtag, count }) => ({ name: hashtag, count })),
  };
}

export function toRankedAccount({ accountId, value }: RankedAccount): RankedAccountType {
  return { account: { id: accountId }, value };
}

export function toAmplification({ accountId, weight }: Amplification): AmplificationType {
  return { account: { id: accountId }, weight };
}

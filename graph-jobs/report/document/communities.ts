import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import type { Communities, CommunityStability } from '#domain/network-measures.js';
import { rankTop } from '#domain/rank-accounts.js';
import type { Community, RankedAccount, StabilitySummary } from '#domain/run-document.js';
import type { SpreadNetwork } from '#domain/spread-map.js';
import { sharedMarks } from './shared-marks.js';

const LARGEST = 20;
const TOP = 10;

/** The largest communities: who is in them, what they talk about, how much stays inside. */
export function communitySummaries(
  columns: MentionColumns,
  network: SpreadNetwork,
  communities: Communities,
): Community[] {
  const shown = Math.min(LARGEST, communities.count);
  const ofRow = communityOfRows(columns, network, communities);
  const flows = amplificationFlows(network, communities);
  const members = membersOf(communities, shown);
  const mentions = new Uint32Array(communities.count);
  for (const community of ofRow) if (community !== NO_ROW) mentions[community]! += 1;
  const hashtags = hashtagCounts(columns, ofRow, shown);
  const shared = sharedMarks(columns, network, communities, shown);
  return members.map((nodes, number) => ({
    number,
    accounts: nodes.length,
    mentions: mentions[number]!,
    inside: flows.inside[number]!,
    across: flows.across[number]!,
    topAccounts: topAccounts(columns, network, nodes),
    topHashtags: topHashtags(hashtags[number]!, columns.hashtags.values),
    shared: shared[number]!,
    foundAgain: communities.stability === null ? null : rounded(communities.stability.foundAgain[number]!),
  }));
}

export function stabilitySummary(stability: CommunityStability | null): StabilitySummary | null {
  if (stability === null) return null;
  return {
    partitions: stability.partitions,
    adjustedRand: rounded(stability.adjustedRand),
    lowestAdjustedRand: rounded(stability.lowestAdjustedRand),
    variationOfInformation: rounded(stability.variationOfInformation),
  };
}

// What is behind these depends on how a platform takes logarithms.
function rounded(value: number): number {
  return Number(value.toFixed(4));
}

function communityOfRows(columns: MentionColumns, network: SpreadNetwork, { community }: Communities): Uint32Array {
  const ofAccount = new Uint32Array(columns.accounts.length).fill(NO_ROW);
  network.account.forEach((code, node) => {
    ofAccount[code] = community[node]!;
  });
  return columns.account.map((code) => ofAccount[code]!);
}

/** Nodes of the first communities. */
function membersOf({ community }: Communities, shown: number): number[][] {
  const members = Array.from({ length: shown }, (): number[] => []);
  community.forEach((number, node) => {
    members[number]?.push(node);
  });
  return members;
}

function topAccounts({ accounts }: MentionColumns, network: SpreadNetwork, nodes: readonly number[]): RankedAccount[] {
  const amplified = Uint32Array.from(nodes, (node) => network.amplified[node]!);
  const id = (index: number) => accounts[network.account[nodes[index]!]!]!.id;
  return rankTop(amplified, id, TOP).map((index) => ({ accountId: id(index), value: amplified[index]! }));
}

/** An amplification across a border counts for both communities. */
function amplificationFlows(network: SpreadNetwork, { count, community }: Communities) {
  const inside = new Uint32Array(count);
  const across = new Uint32Array(count);
  for (let edge = 0; edge < network.edges; edge += 1) {
    const from = community[network.source[edge]!]!;
    const to = community[network.target[edge]!]!;
    if (from === to) inside[from]! += network.weight[edge]!;
    else for (const side of [from, to]) across[side]! += network.weight[edge]!;
  }
  return { inside, across };
}

function hashtagCounts({ hashtags }: MentionColumns, ofRow: Uint32Array, shown: number): Map<number, number>[] {
  const counts = Array.from({ length: shown }, () => new Map<number, number>());
  for (let i = 0; i < hashtags.length; i += 1) {
    const ofCommunity = counts[ofRow[hashtags.mention[i]!]!];
    const tag = hashtags.object[i]!;
    ofCommunity?.set(tag, (ofCommunity.get(tag) ?? 0) + 1);
  }
  return counts;
}

function topHashtags(counts: ReadonlyMap<number, number>, names: readonly string[]): Community['topHashtags'] {
  const tags = [...counts.keys()];
  const ranked = rankTop(Uint32Array.from(counts.values()), (index) => names[tags[index]!]!, TOP);
  return ranked.map((index) => ({ hashtag: names[tags[index]!]!, count: counts.get(tags[index]!)! }));
}

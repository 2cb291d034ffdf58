import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import { rankTop } from '#domain/rank-accounts.js';
import type { Community } from '#domain/run-document.js';
import type { Communities, SpreadNetwork } from '#domain/spread-map.js';

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
  const members = sizes(communities);
  const mentions = new Uint32Array(communities.count);
  for (const community of ofRow) if (community !== NO_ROW) mentions[community]! += 1;
  const hashtags = hashtagCounts(columns, ofRow, shown);
  const id = (node: number) => columns.accounts[network.account[node]!]!.id;
  return Array.from({ length: shown }, (_, number) => {
    const amplified = network.amplified.map((value, node) => (communities.community[node] === number ? value : 0));
    return {
      number,
      accounts: members[number]!,
      mentions: mentions[number]!,
      inside: flows.inside[number]!,
      across: flows.across[number]!,
      topAccounts: rankTop(amplified, id, TOP).map((node) => ({ accountId: id(node), value: amplified[node]! })),
      topHashtags: topHashtags(hashtags[number]!, columns.hashtags.values),
    };
  });
}

function communityOfRows(columns: MentionColumns, network: SpreadNetwork, { community }: Communities): Uint32Array {
  const ofAccount = new Uint32Array(columns.accounts.length).fill(NO_ROW);
  network.account.forEach((code, node) => {
    ofAccount[code] = community[node]!;
  });
  return columns.account.map((code) => ofAccount[code]!);
}

function sizes({ count, community }: Communities): Uint32Array {
  const size = new Uint32Array(count);
  for (const number of community) size[number]! += 1;
  return size;
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

import type { NetworkMember } from '#domain/ports/spread-store.js';
import type { RankedAccount, RunDocument } from '#domain/run-document.js';
import type { AccountRole, RankingName, RankingPlace } from './account-role.type.js';
import type { Run } from './run.type.js';

export function toRole(
  accountId: string,
  found: { readonly run: Run | null; readonly member: NetworkMember | null; readonly document: RunDocument },
): AccountRole {
  const { run, member, document } = found;
  return {
    run,
    community: member?.community ?? null,
    amplified: member?.amplified ?? 0,
    amplifies: member?.amplifies ?? 0,
    rankings: rankingsOf(document).flatMap((ranking) => placeIn(ranking, accountId)),
  };
}

interface RankingList {
  readonly name: RankingName;
  readonly accounts: readonly RankedAccount[];
  readonly among: number | null;
}

function rankingsOf({
  mostAmplified,
  mostActive,
  firstMovers,
  measures,
  network,
  coverage,
}: RunDocument): RankingList[] {
  const amplified = network.amplifiedAccounts ?? null;
  return [
    { name: 'MOST_AMPLIFIED', accounts: mostAmplified, among: amplified },
    { name: 'MOST_ACTIVE', accounts: mostActive, among: coverage.accounts },
    { name: 'FIRST_MOVERS', accounts: firstMovers, among: amplified },
    { name: 'PAGE_RANK', accounts: measures?.pageRank ?? [], among: network.accounts },
    { name: 'BETWEENNESS', accounts: measures?.betweenness.accounts ?? [], among: network.accounts },
  ];
}

function placeIn({ name, accounts, among }: RankingList, accountId: string): RankingPlace[] {
  const at = accounts.findIndex((ranked) => ranked.accountId === accountId);
  if (at === -1) return [];
  return [{ ranking: name, place: at + 1, listed: accounts.length, among, value: accounts[at]!.value }];
}

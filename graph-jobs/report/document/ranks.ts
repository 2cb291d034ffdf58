import type { MentionColumns } from '#domain/mention-columns.js';
import { rankTop } from '#domain/rank-accounts.js';
import type { RankedAccount } from '#domain/run-document.js';
import type { SpreadNetwork } from '#domain/spread-map.js';

const TOP = 20;

/** By how often others reposted, quoted or answered them. */
export function mostAmplified(columns: MentionColumns, network: SpreadNetwork): RankedAccount[] {
  const id = (node: number) => columns.accounts[network.account[node]!]!.id;
  return rankTop(network.amplified, id, TOP).map((node) => ({ accountId: id(node), value: network.amplified[node]! }));
}

/** By mentions published. */
export function mostActive(columns: MentionColumns): RankedAccount[] {
  const published = new Uint32Array(columns.accounts.length);
  for (const code of columns.account) published[code]! += 1;
  const id = (code: number) => columns.accounts[code]!.id;
  return rankTop(published, id, TOP).map((code) => ({ accountId: id(code), value: published[code]! }));
}

/**
 * The accounts that came first among those whom others amplified; `value` is the time of an account's first mention, in
 * Unix milliseconds. Account codes follow first appearance, and so do nodes: the first movers are the first that qualify.
 */
export function firstMovers(columns: MentionColumns, network: SpreadNetwork): RankedAccount[] {
  const firstRow = new Uint32Array(columns.accounts.length);
  for (let row = columns.length - 1; row >= 0; row -= 1) firstRow[columns.account[row]!] = row;
  const movers: RankedAccount[] = [];
  for (let node = 0; node < network.nodes && movers.length < TOP; node += 1) {
    if (network.amplified[node] === 0) continue;
    const code = network.account[node]!;
    movers.push({ accountId: columns.accounts[code]!.id, value: columns.publishedAt[firstRow[code]!]! });
  }
  return movers;
}

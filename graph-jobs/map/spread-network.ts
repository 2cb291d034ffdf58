import { MENTION_KINDS } from '#domain/mention.js';
import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import type { SpreadNetwork } from '#domain/spread-map.js';

const ORIGINAL = MENTION_KINDS.indexOf('ORIGINAL');

type SpreadColumns = Pick<MentionColumns, 'length' | 'kind' | 'account' | 'parent'> & {
  readonly accounts: { readonly length: number };
};

/**
 * Who amplified whom: an edge u -> v for every repost, quote and reply of v to a mention of u that is among the rows.
 * O(rows log rows), sorting pairs of accounts as numbers: no object per edge.
 */
export function spreadNetwork(columns: SpreadColumns): SpreadNetwork {
  const { pairs, selfAmplifications } = amplifiedPairs(columns);
  pairs.sort();
  let edges = 0;
  for (let i = 0; i < pairs.length; i += 1) if (i === 0 || pairs[i] !== pairs[i - 1]) edges += 1;
  const source = new Uint32Array(edges);
  const target = new Uint32Array(edges);
  const weight = new Uint32Array(edges);
  let edge = -1;
  for (let i = 0; i < pairs.length; i += 1) {
    if (i === 0 || pairs[i] !== pairs[i - 1]) {
      edge += 1;
      source[edge] = Math.floor(pairs[i]! / columns.accounts.length);
      target[edge] = pairs[i]! % columns.accounts.length;
    }
    weight[edge]! += 1;
  }
  const account = renumber(source, target, columns.accounts.length);
  return {
    nodes: account.length,
    edges,
    account,
    source,
    target,
    weight,
    amplified: strength(source, weight, account.length),
    amplifies: strength(target, weight, account.length),
    amplifications: pairs.length,
    selfAmplifications,
  };
}

/** One number a pair, source * accounts + target: exact below 2^53, which is 94 million accounts. */
function amplifiedPairs(columns: SpreadColumns): { pairs: Float64Array; selfAmplifications: number } {
  const { kind, account, parent, accounts } = columns;
  const pairs = new Float64Array(columns.length);
  let found = 0;
  let selfAmplifications = 0;
  for (let row = 0; row < columns.length; row += 1) {
    if (kind[row] === ORIGINAL || parent[row] === NO_ROW) continue;
    const amplified = account[parent[row]!]!;
    if (amplified === account[row]) {
      selfAmplifications += 1;
      continue;
    }
    pairs[found] = amplified * accounts.length + account[row]!;
    found += 1;
  }
  return { pairs: pairs.slice(0, found), selfAmplifications };
}

/** Turns account codes into node numbers, in place, and gives the account code of each node. */
function renumber(source: Uint32Array, target: Uint32Array, accounts: number): Uint32Array {
  const node = new Uint32Array(accounts).fill(NO_ROW);
  for (const code of source) node[code] = 0;
  for (const code of target) node[code] = 0;
  const account: number[] = [];
  for (let code = 0; code < accounts; code += 1) {
    if (node[code] === NO_ROW) continue;
    node[code] = account.length;
    account.push(code);
  }
  for (const ends of [source, target]) for (let i = 0; i < ends.length; i += 1) ends[i] = node[ends[i]!]!;
  return Uint32Array.from(account);
}

function strength(end: Uint32Array, weight: Uint32Array, nodes: number): Uint32Array {
  const sum = new Uint32Array(nodes);
  for (let edge = 0; edge < end.length; edge += 1) sum[end[edge]!]! += weight[edge]!;
  return sum;
}

import type { CoActionEdges, SortedActions } from '#domain/detection.js';
import { evidenceOf, type PairsOfEdge } from '../edge-evidence.js';
import { sortActions } from '../sort-actions.js';
import type { LookEvidence, NewPair } from './look.js';
import type { NamedNetwork, RankedEdges } from './named-network.js';

/** More than anybody reads of one look; the rest is counted. */
const MOST_PAIRS = 1000;
const MOST_EVIDENCE = 10;

/** The pairs of accounts that rose, with the posts behind them: these are found again among the actions that are kept. */
export function newPairs(
  names: NamedNetwork,
  risen: CoActionEdges,
  windowMs: number,
): { readonly pairs: readonly NewPair[]; readonly leftOut: number } {
  if (risen.length === 0) return { pairs: [], leftOut: 0 };
  const ranked = names.ranked(risen);
  const { weight } = ranked.edges;
  const heaviest = Array.from(weight.keys()).sort((a, b) => weight[b]! - weight[a]! || a - b);
  const shown = heaviest.slice(0, MOST_PAIRS);
  const actions = actionsByRank(names, ranked);
  const evidence = evidenceOf(actions, windowMs);
  return {
    pairs: shown.map((edge) => newPair(names, ranked, edge, actions, evidence)),
    leftOut: heaviest.length - shown.length,
  };
}

/** The actions of the accounts concerned, by the ranks of these. */
function actionsByRank(names: NamedNetwork, { ids, rank }: RankedEdges): SortedActions {
  const marked = Uint8Array.from(rank, (own) => (own < ids.length ? 1 : 0));
  const { account, ...actions } = names.network.actions(marked);
  return sortActions({ ...actions, account: account.map((code) => rank[code]!), accountCount: ids.length });
}

function newPair(
  names: NamedNetwork,
  { edges, ids }: RankedEdges,
  edge: number,
  actions: SortedActions,
  evidence: PairsOfEdge,
): NewPair {
  const { object, mention, time } = actions;
  const [from, to] = [edges.from[edge]!, edges.to[edge]!];
  const objects = new Set<number>();
  const posts: LookEvidence[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [row, others] of evidence(from, to)) {
    for (const other of others) {
      // In a feed one post can be listed under two accounts; it does not pair with itself.
      if (mention[row] === mention[other]) continue;
      objects.add(object[row]!);
      const at = Math.min(time[row]!, time[other]!);
      first = Math.min(first, at);
      last = Math.max(last, at);
      posts.push({
        object: names.object(object[row]!),
        fromPost: names.content(mention[row]!),
        toPost: names.content(mention[other]!),
        fromTime: time[row]!,
        toTime: time[other]!,
      });
      if (posts.length > 10 * MOST_EVIDENCE) keepLatest(posts);
    }
  }
  keepLatest(posts);
  return {
    from: ids.at(from),
    to: ids.at(to),
    weight: edges.weight[edge]!,
    objects: objects.size,
    first,
    last,
    evidence: posts,
  };
}

/** By time, object and posts, so that the order in which they came changes nothing. */
function keepLatest(posts: LookEvidence[]): void {
  const at = ({ fromTime, toTime }: LookEvidence) => Math.min(fromTime, toTime);
  const key = ({ object, fromPost, toPost }: LookEvidence) => JSON.stringify([object, fromPost, toPost]);
  posts.sort((a, b) => at(b) - at(a) || b.fromTime - a.fromTime || (key(a) < key(b) ? -1 : 1));
  posts.length = Math.min(posts.length, MOST_EVIDENCE);
}

import type { CascadeMetrics } from '#domain/cascade.js';
import type { CursorKey } from '#domain/cursor.js';
import type { ClusterKey } from '#domain/hoax-cluster/carried-mention.js';
import type { ClusterPart } from '#domain/hoax-cluster/cluster-parts.js';
import { type Connection, type PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { keyedPage } from '#platform/keyed-page.js';
import type { SpreadContext } from './context.js';
import { type HoaxClusterNode, toCluster } from './hoax-cluster.mapper.js';

const ROOTS_AT_ONCE = 500;

/** The cluster of a claim within an issue, read once for each request. */
export async function loadCluster({ issueId, claimId }: ClusterKey, context: SpreadContext): Promise<HoaxClusterNode> {
  return toCluster((await context.clusters.load(JSON.stringify([issueId, claimId])))!);
}

/** A page of a list that is read as a whole, ordered by its key, with its count. */
export function wholeList<Item, Node>(
  list: { readonly name: string; readonly items: readonly Item[]; key(item: Item): CursorKey },
  asked: PageArguments,
  toNode: (item: Item) => Node,
): Connection<Node> {
  return toConnection(keyedPage(list, pageOf(asked)), toNode, async () => list.items.length);
}

/** Cascades of a run that begin with these mentions; those of one mention alone are none. */
export async function cascadesFrom(
  runId: string,
  parts: readonly ClusterPart[],
  { store }: SpreadContext,
): Promise<CascadeMetrics[]> {
  const keys = parts.map(({ mention }) => ({ runId, rootId: mention.mentionId }));
  const found: CascadeMetrics[] = [];
  for (let at = 0; at < keys.length; at += ROOTS_AT_ONCE) {
    const cascades = await store.spread.cascadesByRoot(keys.slice(at, at + ROOTS_AT_ONCE));
    found.push(...cascades.filter((cascade) => cascade !== null));
  }
  return found;
}

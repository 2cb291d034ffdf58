import type { NetworkColumns } from '#domain/ports/run-store.js';
import { NetworkRows } from '../../runs/network-rows.js';
import { type Neo4jConnection, SERVER_TIMEOUT } from '../connection.js';
import { READ_AMPLIFIED, READ_MEMBERS } from '../transfer/runs.cypher.js';
import { runKey } from './rank-pages.js';

const SLICE = 20_000;

interface Member {
  readonly accountId: string;
  readonly place: { readonly community: number; readonly rank: number };
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly outRank: number;
}

/** The network of a run, in slices by the indexes that copies go by. */
export async function readNetwork(
  connection: Neo4jConnection,
  runId: string,
  onRows?: (rows: number) => void,
): Promise<NetworkColumns> {
  const run = await connection.readAll((cypher) => runKey(cypher, runId));
  const rows = new NetworkRows<string>(onRows);
  for (let after = { community: 0, rank: -1 }; ; ) {
    const of = { run, ...after, limit: SLICE };
    const slice = await connection.read<Member>(READ_MEMBERS, of, SERVER_TIMEOUT);
    for (const { accountId, place } of slice) rows.addAccount(accountId, accountId, place.community);
    rows.tell();
    if (slice.length < SLICE) break;
    after = slice.at(-1)!.place;
  }
  for (let after = -1; ; ) {
    const slice = await connection.read<Edge>(READ_AMPLIFIED, { run, after, limit: SLICE }, SERVER_TIMEOUT);
    for (const { from, to, weight } of slice) rows.addEdge(to, from, weight);
    rows.tell();
    if (slice.length < SLICE) return rows.build();
    after = slice.at(-1)!.outRank;
  }
}

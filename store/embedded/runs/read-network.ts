import { setImmediate as breathe } from 'node:timers/promises';
import type { NetworkColumns } from '#domain/ports/run-store.js';
import { NetworkRows } from '../../runs/network-rows.js';
import type { Database } from '../database.js';

const SLICE = 20_000;
const MEMBERS = `SELECT json_group_array(json_array(n.community, n.rank, n.account_id, a.pseudonym)) AS rows
  FROM (SELECT community, rank, account_id FROM run_member WHERE run_id = ? AND (community, rank) > (?, ?)
    ORDER BY community, rank LIMIT ${SLICE}) n CROSS JOIN account a ON a.id = n.account_id`;
const EDGES = `SELECT json_group_array(json_array(account_id, rank, other_id, weight)) AS rows
  FROM (SELECT account_id, rank, other_id, weight FROM run_amplifies WHERE run_id = ? AND (account_id, rank) > (?, ?)
    ORDER BY account_id, rank LIMIT ${SLICE})`;

type Member = [community: number, rank: number, key: number, id: string];
type Edge = [amplifier: number, rank: number, amplified: number, weight: number];

/** The network of a run, in slices: a signal to stop is heard between two of them. */
export async function readNetwork(
  database: Database,
  runKey: number,
  onRows?: (rows: number) => void,
): Promise<NetworkColumns> {
  const rows = new NetworkRows<number>(onRows);
  for await (const slice of slices<Member>(database, MEMBERS, runKey)) {
    for (const [community, , key, id] of slice) rows.addAccount(key, id, community);
    rows.tell();
  }
  for await (const slice of slices<Edge>(database, EDGES, runKey)) {
    for (const [amplifier, , amplified, weight] of slice) rows.addEdge(amplified, amplifier, weight);
    rows.tell();
  }
  return rows.build();
}

/** By the first two columns, which are the table's key after the run. */
async function* slices<Row extends [number, number, ...unknown[]]>(
  database: Database,
  sql: string,
  runKey: number,
): AsyncIterable<Row[]> {
  for (let after: [number, number] = [-1, -1]; ; ) {
    const { rows } = database.get<{ rows: string }>(sql, runKey, ...after)!;
    const slice = JSON.parse(rows) as Row[];
    if (slice.length === 0) return;
    yield slice;
    after = [slice.at(-1)![0], slice.at(-1)![1]];
    await breathe();
  }
}

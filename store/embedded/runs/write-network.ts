import { CodedError } from '#domain/errors/coded-error.js';
import type { NetworkColumns } from '#domain/ports/run-store.js';
import { networkOrder } from '../../runs/network-order.js';
import type { Database } from '../database.js';
import type { ResultsWriter } from './results-writer.js';
import { writeSlices } from './slices.js';

const LOOKUP = 5_000;
const FIND = `SELECT a.id, j.key AS at FROM json_each(?) j CROSS JOIN account a INDEXED BY account_by_pseudonym
  ON a.pseudonym = j.value`;
const ADD_MEMBER = 'INSERT INTO run_member VALUES (?, ?, ?, ?, ?)';

type EdgeTable = 'run_amplified_by' | 'run_amplifies';

/** Writes the spread network under the surrogate keys of its accounts, rows in the order of their tables. */
export async function writeNetwork(
  database: Database,
  writer: ResultsWriter,
  network: NetworkColumns,
  onRows: (rows: number) => void,
): Promise<void> {
  const { runKey } = writer;
  const keys = accountKeys(database, network.accounts);
  const order = networkOrder(network);
  const { community, source, target } = network;
  const addMember = database.prepare(ADD_MEMBER);
  const rankOfMember = rankWithin(community);
  const add = (at: number) => addMember.run(runKey, community[at]!, rankOfMember(at), order.amplified[at]!, keys[at]!);
  await writeSlices(writer, order.members, add, onRows);
  // The sort is stable: each list keeps its order, and the lists come in that of the table's key.
  const inTable = (edges: Uint32Array, account: Uint32Array) =>
    edges.toSorted((a, b) => keys[account[a]!]! - keys[account[b]!]!);
  const into = (table: EdgeTable, account: Uint32Array, other: Uint32Array) => {
    const insert = database.prepare(`INSERT INTO ${table} VALUES (?, ?, ?, ?, ?)`);
    const rank = rankWithin(account);
    return (edge: number) =>
      insert.run(runKey, keys[account[edge]!]!, rank(edge), network.weight[edge]!, keys[other[edge]!]!);
  };
  await writeSlices(writer, inTable(order.in, source), into('run_amplified_by', source, target), onRows);
  await writeSlices(writer, inTable(order.out, target), into('run_amplifies', target, source), onRows);
}

/** The place of each row in the list that it belongs to, when the rows of a list come one after the other. */
function rankWithin(list: Uint32Array): (row: number) => number {
  let [current, rank] = [-1, 0];
  return (row) => {
    rank = list[row] === current ? rank + 1 : 0;
    current = list[row]!;
    return rank;
  };
}

function accountKeys(database: Database, accounts: readonly string[]): Uint32Array {
  const keys = new Uint32Array(accounts.length);
  for (let from = 0; from < accounts.length; from += LOOKUP) {
    const slice = accounts.slice(from, from + LOOKUP);
    const rows = database.all<{ id: number; at: number }>(FIND, JSON.stringify(slice));
    for (const { id, at } of rows) keys[from + at] = id;
    if (rows.length < slice.length) throw unknown(slice.find((_, at) => keys[from + at] === 0)!);
  }
  return keys;
}

function unknown(account: string): CodedError {
  return new CodedError('NOT_FOUND', `the network holds account ${account}, which is not in the store`, {
    at: 'network.accounts',
    hint: 'map the issue again: its accounts have changed since',
  });
}

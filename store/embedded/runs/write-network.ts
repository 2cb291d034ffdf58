import { CodedError } from '#domain/errors/coded-error.js';
import type { NetworkColumns } from '#domain/ports/run-store.js';
import type { Database } from '../database.js';
import type { ResultsWriter } from './results-writer.js';
import { writeSlices } from './slices.js';

const LOOKUP = 5_000;
const FIND = `SELECT a.id, j.key AS at FROM json_each(?) j CROSS JOIN account a INDEXED BY account_by_pseudonym
  ON a.pseudonym = j.value`;
const ADD_MEMBER = 'INSERT INTO run_member VALUES (?, ?, ?, ?)';

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
  const amplified = new Float64Array(keys.length);
  network.source.forEach((source, edge) => {
    amplified[source]! += network.weight[edge]!;
  });
  const { community } = network;
  const members = sortedRows(
    keys.length,
    (a, b) => community[a]! - community[b]! || amplified[b]! - amplified[a]! || keys[a]! - keys[b]!,
  );
  const addMember = database.prepare(ADD_MEMBER);
  const add = (at: number) => addMember.run(runKey, community[at]!, amplified[at]!, keys[at]!);
  await writeSlices(writer, members, add, onRows);
  const ofSource = network.source.map((code) => keys[code]!);
  const ofTarget = network.target.map((code) => keys[code]!);
  const { weight } = network;
  const into = (table: EdgeTable) => {
    const insert = database.prepare(`INSERT INTO ${table} VALUES (?, ?, ?, ?)`);
    return (...edge: readonly [number, number, number]) => insert.run(runKey, ...edge);
  };
  await writeEdges(writer, into('run_amplified_by'), [ofSource, ofTarget, weight], onRows);
  await writeEdges(writer, into('run_amplifies'), [ofTarget, ofSource, weight], onRows);
}

async function writeEdges(
  writer: ResultsWriter,
  add: (account: number, weight: number, other: number) => void,
  [account, other, weight]: readonly [Uint32Array, Uint32Array, Uint32Array],
  onRows: (rows: number) => void,
): Promise<void> {
  const edges = sortedRows(
    account.length,
    (a, b) => account[a]! - account[b]! || weight[b]! - weight[a]! || other[a]! - other[b]!,
  );
  await writeSlices(writer, edges, (edge) => add(account[edge]!, weight[edge]!, other[edge]!), onRows);
}

function sortedRows(length: number, compare: (a: number, b: number) => number): Uint32Array {
  return new Uint32Array(length).map((_, row) => row).sort(compare);
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

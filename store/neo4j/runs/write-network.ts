import { CodedError } from '#domain/errors/coded-error.js';
import type { NetworkColumns } from '#domain/ports/run-store.js';
import { type NetworkOrder, networkOrder } from '../../runs/network-order.js';
import type { Cypher } from '../connection.js';
import type { ResultsWriter, Slice } from './results-writer.js';
import { ADD_AMPLIFIED, ADD_MEMBERS, UNKNOWN_ACCOUNT } from './write-network.cypher.js';

const MEMBERS = 10_000;
const EDGES = 20_000;

/** Writes the spread network: memberships in the order of their lists, edges in that of the amplifiers' lists. */
export async function writeNetwork(
  writer: ResultsWriter,
  network: NetworkColumns,
  onRows: (rows: number) => void,
): Promise<void> {
  const order = networkOrder(network);
  await writer.write(memberSlices(writer.run, network, order), onRows);
  await writer.write(edgeSlices(writer.run, network, order), onRows);
}

function* memberSlices(run: number, network: NetworkColumns, order: NetworkOrder): Iterable<Slice> {
  const { accounts, community } = network;
  const out = rangesOf(order.out, network.target, accounts.length);
  const into = rangesOf(order.in, network.source, accounts.length);
  let first = 0;
  for (let from = 0; from < order.members.length; from += MEMBERS) {
    const places = order.members.subarray(from, from + MEMBERS);
    const rows = Array.from(places, (place, at) => {
      const number = community[place]!;
      if (number !== community[order.members[first]!]) first = from + at;
      const ranks = [out.from[place], out.to[place], into.from[place], into.to[place]];
      return [accounts[place], number, from + at - first, order.amplified[place], ...ranks];
    });
    yield { statement: ADD_MEMBERS, parameters: { run, rows }, rows: rows.length, check: allKnown(rows) };
  }
}

function* edgeSlices(run: number, network: NetworkColumns, order: NetworkOrder): Iterable<Slice> {
  const { accounts, source, target, weight } = network;
  const inRank = new Uint32Array(order.in.length);
  order.in.forEach((edge, rank) => {
    inRank[edge] = rank;
  });
  for (let from = 0; from < order.out.length; from += EDGES) {
    const edges = order.out.subarray(from, from + EDGES);
    const rows = Array.from(edges, (edge, at) => {
      const ends = [accounts[target[edge]!], accounts[source[edge]!]];
      return [...ends, weight[edge], from + at, inRank[edge]];
    });
    yield { statement: ADD_AMPLIFIED, parameters: { run, rows }, rows: rows.length };
  }
}

/** The ranks of each account's edges: from the first up to the one after the last. */
function rangesOf(edges: Uint32Array, end: Uint32Array, accounts: number): { from: Uint32Array; to: Uint32Array } {
  const [from, to] = [new Uint32Array(accounts), new Uint32Array(accounts)];
  edges.forEach((edge, rank) => {
    const place = end[edge]!;
    if (to[place] === 0) from[place] = rank;
    to[place] = rank + 1;
  });
  return { from, to };
}

function allKnown(rows: readonly unknown[]): Slice['check'] {
  return async (cypher: Cypher, given) => {
    const [{ added }] = given as [{ added: number }];
    if (added === rows.length) return;
    const [unknown] = await cypher.run<{ id: string }>(UNKNOWN_ACCOUNT, { rows });
    throw new CodedError('NOT_FOUND', `the network holds account ${unknown?.id}, which is not in the store`, {
      at: 'network.accounts',
      hint: 'map the issue again: its accounts have changed since',
    });
  };
}

import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { Matchers } from '../../issues/matchers.js';
import { type Cypher, type Neo4jConnection, SERVER_TIMEOUT } from '../connection.js';
import { MENTION_COUNT, STILL_PENDING } from './issue.cypher.js';
import { type LoadedRow, matchableRow } from './matchable-row.js';
import { LOCK_AND_SCAN, RESPONSES_TO } from './membership.cypher.js';
import { type MembershipSet, Settlement } from './settlement.js';

const SLICE = 5_000;
/** Fewer: one of them may have a hundred thousand responses. */
const PARENTS_SLICE = 250;

interface Parts {
  readonly connection: Neo4jConnection;
  readonly matchers: Matchers;
}

interface Slice {
  readonly last: string | null;
  readonly mentions: number;
  readonly parents: readonly string[];
}

/** Another change of the same issue began later, and goes on alone. */
export class Overtaken extends Error {}

/**
 * Matches all stored mentions into a new set, a transaction for each slice. Imports know the set by now and settle it too;
 * locks keep the two from deciding on what the other is changing. The responses to all that are in are asked, not only to
 * what a slice brought in: its commit may have gone through and its answer been lost, and then it brings in nothing.
 */
export async function rebuildMembership(
  { connection, matchers }: Parts,
  set: MembershipSet,
  onProgress: ProgressListener | undefined,
): Promise<void> {
  const [row] = await connection.read<{ count: number }>(MENTION_COUNT);
  const total = row!.count;
  const waiting: string[] = [];
  const known = new Set<string>();
  const wait = (parents: readonly string[]) => {
    for (const id of parents) if (!known.has(id)) waiting.push(id);
    for (const id of parents) known.add(id);
  };
  let after: string | null = '';
  for (let done = 0; after !== null; ) {
    const from: string = after;
    const slice = await connection.write((cypher) => matchSlice(cypher, set, matchers, from));
    wait(slice.parents);
    done += slice.mentions;
    after = slice.last;
    if (slice.mentions > 0) onProgress?.(Math.min(done, total), total);
  }
  while (waiting.length > 0) {
    const ids = waiting.splice(-PARENTS_SLICE);
    const responses = await connection.read<{ id: string }>(RESPONSES_TO, { ids }, SERVER_TIMEOUT);
    for (let at = 0; at < responses.length; at += SLICE) {
      const slice = responses.slice(at, at + SLICE).map(({ id }) => id);
      wait(await connection.write((cypher) => askSlice(cypher, set, matchers, slice)));
    }
  }
}

/** Those that match join. What is in without matching was put there by an import, as a response: it stays. */
async function matchSlice(cypher: Cypher, set: MembershipSet, matchers: Matchers, after: string): Promise<Slice> {
  const loaded = await cypher.run<LoadedRow>(LOCK_AND_SCAN, { after, slice: SLICE });
  const rows = loaded.flatMap((row) => matchableRow(row) ?? []);
  const matcher = matchers.of(set.query);
  const settlement = new Settlement(cypher, [set], matchers);
  settlement.decide(rows.filter(({ mention }) => matcher.matches(mention)));
  await stillPending(cypher, set);
  await settlement.write();
  const last = loaded.length < SLICE ? null : loaded.at(-1)!.id;
  return { last, mentions: rows.length, parents: settlement.insideWithResponses };
}

async function askSlice(cypher: Cypher, set: MembershipSet, matchers: Matchers, ids: string[]): Promise<string[]> {
  const settlement = new Settlement(cypher, [set], matchers);
  const moved = await settlement.ask(ids);
  await stillPending(cypher, set);
  await settlement.write();
  return [...moved, ...settlement.insideWithResponses];
}

async function stillPending(cypher: Cypher, { issueId, membership }: MembershipSet): Promise<void> {
  const [row] = await cypher.run(STILL_PENDING, { id: issueId, pending: membership });
  if (row === undefined) throw new Overtaken();
}

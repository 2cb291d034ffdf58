import type { Neo4jConnection } from '../connection.js';
import {
  AWAIT_BATCHES,
  DEAD_SETS,
  DELETE_MEMBERS,
  FORGET_SET,
  FORGET_UNMADE,
  FORGOTTEN_CHANGES,
  GIVE_UP,
  UNMADE,
} from './dead-sets.cypher.js';
import { LOCK_ISSUE } from './issue.cypher.js';

interface NumberedSet {
  readonly issueId: string;
  readonly membership: number;
}

const SLICE = 10_000;
/** A change is seen with each of its slices, which take a second or two. */
const PATIENCE_MS = 10 * 60_000;

/** Waits until every batch that is being written, and may not know of a new set, is written. */
export async function awaitBatches(connection: Neo4jConnection): Promise<void> {
  await connection.write((cypher) => cypher.run(AWAIT_BATCHES));
}

export async function giveUp(connection: Neo4jConnection, issueId: string, pending: number): Promise<void> {
  await connection.write((cypher) => cypher.run(GIVE_UP, { id: issueId, pending }));
}

/** Deletes the sets that no longer count, of all issues: also what a process left that was killed. */
export async function deleteDeadSets(connection: Neo4jConnection): Promise<void> {
  const forgotten = await connection.read<NumberedSet>(FORGOTTEN_CHANGES, { patienceMs: PATIENCE_MS });
  for (const { issueId, membership } of forgotten) await giveUp(connection, issueId, membership);
  const dead = await connection.read<NumberedSet>(DEAD_SETS);
  // A batch that began before a set died may still add to it.
  if (dead.length > 0) await awaitBatches(connection);
  for (const { issueId, membership } of dead) {
    while ((await deleteSlice(connection, issueId, membership)) === SLICE);
    await connection.write((cypher) => cypher.run(FORGET_SET, { issueId, membership }));
  }
  for (const { id } of await connection.read<{ id: string }>(UNMADE))
    await connection.write((cypher) => cypher.run(FORGET_UNMADE, { id }));
}

/** Under the lock of the issue: two that clean at once would delete the same relationships. */
function deleteSlice(connection: Neo4jConnection, issueId: string, membership: number): Promise<number> {
  return connection.write(async (cypher) => {
    await cypher.run(LOCK_ISSUE, { id: issueId });
    const [row] = await cypher.run<{ deleted: number }>(DELETE_MEMBERS, { membership, slice: SLICE });
    return row!.deleted;
  });
}

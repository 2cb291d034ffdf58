import { CodedError } from '#domain/errors/coded-error.js';
import type { CopyCheckpoint, CopyStep } from '#domain/ports/transfer-store.js';
import { isToBeMade, textOf } from '../../copy-step.js';
import type { Cypher, Neo4jConnection } from '../connection.js';
import { CHECKPOINT, END_COPY, KEEP_CHECKPOINT } from './unfinished-copy.cypher.js';

export async function readCheckpoint(connection: Neo4jConnection): Promise<CopyCheckpoint | null> {
  const [row] = await connection.read<{ value: string }>(CHECKPOINT);
  return row === undefined ? null : (JSON.parse(row.value) as CopyCheckpoint);
}

/** False where it was made before. Throws COPY_IN_PROGRESS, which undoes the transaction. */
export async function makeStep(cypher: Cypher, step: CopyStep, location: string): Promise<boolean> {
  const [row] = await cypher.run<{ before: string | null }>(KEEP_CHECKPOINT, { value: textOf(step.to) });
  return isToBeMade(row!.before, step, location);
}

export async function endCopy(cypher: Cypher): Promise<void> {
  await cypher.run(END_COPY);
}

/** Throws COPY_UNFINISHED: half of a store answers wrong, and what is written to it would get in the way of the rest. */
export async function refuseUnfinishedCopy(connection: Neo4jConnection): Promise<void> {
  if ((await readCheckpoint(connection)) === null) return;
  throw new CodedError('COPY_UNFINISHED', 'this database holds part of a copy from another store', {
    at: connection.location,
    hint: 'finish it: "jejaring copy --from embedded --to neo4j --resume"; or empty the database (docs/neo4j.md, "Moving up")',
  });
}

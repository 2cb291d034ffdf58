import { randomBytes } from 'node:crypto';
import { Neo4jError } from 'neo4j-driver';
import { CodedError } from '#domain/errors/coded-error.js';
import type { MeasureOrder } from '#domain/ports/graph-engine.js';
import type { Cypher, Neo4jConnection } from '../connection.js';
import { inputChanged } from './projected-nodes.js';
import {
  DROP_PROJECTION,
  END_WORK,
  JOIN_DIRECTIONS,
  OUR_PROJECTIONS,
  PROJECT_NETWORK,
  PROJECTIONS_AT_WORK,
} from './projection.gds.cypher.js';

interface Projected {
  readonly nodes: number;
  readonly edges: number;
  readonly amplifications: number;
}

/**
 * One projection in the server's memory, named by run and by execution: two processes may do the same run at once. All
 * work on it is done in one transaction that carries the name; when this process dies the transaction does, and whoever
 * measures next drops the projection.
 */
export class GdsProjection {
  readonly name: string;

  constructor(
    private readonly connection: Neo4jConnection,
    runId: string,
  ) {
    this.name = `jejaring-${runId}-${randomBytes(4).toString('hex')}`;
  }

  async with<T>(order: MeasureOrder, work: (cypher: Cypher) => Promise<T>): Promise<T> {
    const { name } = this;
    const attempt = async (cypher: Cypher) => {
      await dropStale(cypher);
      await cypher.run(DROP_PROJECTION, { name });
      await project(cypher, name, order);
      const result = await work(cypher);
      await cypher.run(DROP_PROJECTION, { name });
      return result;
    };
    try {
      return await this.connection.readLong((cypher) => attempt(cypher).catch(asEngineFault), { projection: name });
    } catch (error) {
      // In a cluster this may be asked of another member; the next to measure there drops it.
      await this.connection.read(DROP_PROJECTION, { name }).catch(() => undefined);
      throw error;
    }
  }

  /** Ends whatever the server does for this projection; `with` fails then. */
  async end(): Promise<void> {
    await this.connection.read(END_WORK, { name: this.name });
  }
}

async function dropStale(cypher: Cypher): Promise<void> {
  const ours = await cypher.run<{ name: string }>(OUR_PROJECTIONS);
  const atWork = await cypher.run<{ name: string }>(PROJECTIONS_AT_WORK);
  const busy = new Set(atWork.map(({ name }) => name));
  for (const { name } of ours) if (!busy.has(name)) await cypher.run(DROP_PROJECTION, { name });
}

async function project(cypher: Cypher, name: string, { issueId, network }: MeasureOrder): Promise<void> {
  const [found] = await cypher.run<Projected>(PROJECT_NETWORK, { name, issueId });
  const same =
    found?.nodes === network.nodes && found.edges === network.edges && found.amplifications === network.amplifications;
  if (!same) throw inputChanged();
  await cypher.run(JOIN_DIRECTIONS, { name });
}

/** Not to be tried again, though the driver would: the server would run out of memory once more. */
function asEngineFault(error: unknown): never {
  const outOfMemory =
    error instanceof Neo4jError && (error.code.includes('OutOfMemory') || /exceeds? .*memory/i.test(error.message));
  if (!outOfMemory) throw error;
  throw new CodedError('ENGINE_UNAVAILABLE', 'the server ran out of memory for Graph Data Science', {
    at: 'engine',
    hint: 'give the server more heap, wait until less is going on, or use --engine in-process (docs/neo4j.md)',
    cause: error,
  });
}

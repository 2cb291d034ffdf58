import type { Neo4jSettings } from '#platform/neo4j-settings.js';
import { Neo4jConnection } from './connection.js';
import { HAS_GDS } from './engine/projection.gds.cypher.js';
import { SERVER_VERSION } from './server-facts.cypher.js';

export interface ServerFacts {
  readonly version: string;
  readonly edition: string;
  /** Whether Graph Data Science is loaded. */
  readonly gds: boolean;
}

/** What stands at an address; changes nothing there. Throws STORE_UNAVAILABLE, BAD_CONFIGURATION. */
export async function serverFacts(settings: Neo4jSettings): Promise<ServerFacts> {
  const connection = new Neo4jConnection(settings, { patienceMs: 1_000 });
  try {
    const [server] = await connection.read<{ version: string; edition: string }>(SERVER_VERSION);
    const gds = await connection.read(HAS_GDS);
    return { ...server!, gds: gds.length > 0 };
  } finally {
    await connection.close();
  }
}

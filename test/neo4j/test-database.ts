import { type Neo4jSettings, readNeo4jSettings } from '#platform/neo4j-settings.js';
import { Neo4jConnection } from '#store/neo4j/connection.js';

const WIPE = `MATCH (n) WHERE NOT (n:Schema AND n.name = 'schema')
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`;

/** Set by tools/neo4j/run-tests.mjs alone, which starts a server of its own: only that one may be emptied. */
export const onTestNeo4j = process.env.JEJARING_TEST_NEO4J === '1';

export function testNeo4jSettings(): Neo4jSettings {
  const settings = onTestNeo4j ? readNeo4jSettings(process.env) : null;
  if (settings === null) throw new Error('there is no Neo4j to test on: npm run test:neo4j');
  if (!/^bolt:\/\/127\.0\.0\.1:/.test(settings.uri))
    throw new Error(`${settings.uri} is not a test server on this machine: tests empty the database`);
  return settings;
}

/** A connection past the ports, for what a test has to arrange or look at. */
export function testConnection(): Neo4jConnection {
  return new Neo4jConnection(testNeo4jSettings(), { patienceMs: 30_000 });
}

/** Neo4j Community has one database: each test begins by emptying it. */
export async function emptyTestDatabase(): Promise<void> {
  const connection = testConnection();
  try {
    await connection.autoCommit(WIPE);
  } finally {
    await connection.close();
  }
}

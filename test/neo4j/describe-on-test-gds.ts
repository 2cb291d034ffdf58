import { GdsEngine } from '#store/neo4j/engine/gds-engine.js';
import { describeOnTestNeo4j } from './describe-on-test-neo4j.js';
import { onTestNeo4j, testConnection } from './test-database.js';

const refusal = onTestNeo4j ? await whyNot() : null;

/** A suite on the test server that needs Graph Data Science in it; without it there, the suite fails and says so. */
export function describeOnTestGds(name: string, suite: () => void): void {
  if (refusal === null) describeOnTestNeo4j(name, suite);
  else
    test(`${name}: needs Graph Data Science on the test server (--gds)`, () => {
      throw new Error(refusal);
    });
}

async function whyNot(): Promise<string | null> {
  const connection = testConnection();
  try {
    return await new GdsEngine(connection).refusal({ nodes: 1, edges: 1 }, 'LOUVAIN');
  } finally {
    await connection.close();
  }
}

import { onTestNeo4j } from './test-database.js';

/** A suite that `npm run test:neo4j` runs on its server; elsewhere it shows as skipped. */
export function describeOnTestNeo4j(name: string, suite: () => void): void {
  if (onTestNeo4j) {
    describe(name, suite);
    return;
  }
  process.stderr.write(`skipped: ${name} on Neo4j (npm run test:neo4j runs it)\n`);
  describe.skip(`${name} (skipped: npm run test:neo4j runs it on a real server)`, () => {
    test('needs a real Neo4j', () => undefined);
  });
}

import { missingForNeo4j } from './prerequisites.mjs';

/**
 * A suite on a real Neo4j. Where that cannot be started, the suite shows as skipped, with the reason in its name; with
 * REQUIRE_REAL_NEO4J=1 it runs all the same (jars are fetched) and fails if it must. Apart from REQUIRE_REAL, since
 * machines that have the real data need not have Java.
 * `maven`: for suites that fetch jars in any case.
 */
export function describeNeo4j(name: string, suite: () => void, needs: { maven?: boolean } = {}): void {
  const missing = process.env.REQUIRE_REAL_NEO4J === '1' ? null : missingForNeo4j(needs);
  if (missing === null) {
    describe(name, suite);
  } else {
    process.stderr.write(`skipped: ${name} (${missing})\n`);
    describe.skip(`${name} (skipped: ${missing})`, () => {
      test('needs a real Neo4j', () => undefined);
    });
  }
}

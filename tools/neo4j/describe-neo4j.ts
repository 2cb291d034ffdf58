import { missingForNeo4j } from './prerequisites.mjs';

/**
 * A suite that starts a real Neo4j of its own. Where that cannot be done, the suite shows as skipped, with the reason in
 * its name; with REQUIRE_REAL=1, as in CI, it runs all the same (jars are fetched) and fails if it must.
 * `maven`: for suites that fetch jars in any case.
 */
export function describeNeo4j(name: string, suite: () => void, needs: { maven?: boolean } = {}): void {
  const missing = process.env.REQUIRE_REAL === '1' ? null : missingForNeo4j(needs);
  if (missing === null) {
    describe(name, suite);
  } else {
    process.stderr.write(`skipped: ${name} (${missing})\n`);
    describe.skip(`${name} (skipped: ${missing})`, () => {
      test('needs a real Neo4j', () => undefined);
    });
  }
}

import { existsSync } from 'node:fs';
import { packageFile } from '#platform/package-root.js';

/** Path of a file of the real research data beside the project, or null where a clone stands alone. */
export function realData(path: string): string | null {
  const file = packageFile(`../shared/data/${path}`);
  return existsSync(file) ? file : null;
}

/**
 * A suite that needs real data. Where it is absent the suite shows as skipped, with the reason in its name; with
 * REQUIRE_REAL=1, as in CI, it fails instead, so that no real part can be passed over unseen.
 */
export function describeReal(name: string, files: readonly string[], suite: (paths: string[]) => void): void {
  const paths = files.map(realData);
  if (paths.every((path) => path !== null)) {
    describe(name, () => suite(paths));
  } else if (process.env.REQUIRE_REAL === '1') {
    test(`${name}: real data is there`, () => expect(paths).not.toContain(null));
  } else {
    skipVisibly(name, `no ../shared/data/${files.join(', ')}`);
  }
}

/** Says on the terminal what is not tested here and why: jest itself only counts it. */
export function skipVisibly(name: string, reason: string): void {
  process.stderr.write(`skipped: ${name} (${reason})\n`);
  describe.skip(`${name} (skipped: ${reason})`, () => {
    test('needs what is not here', () => undefined);
  });
}

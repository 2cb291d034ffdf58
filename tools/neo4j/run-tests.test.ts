import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { jest } from '@jest/globals';
import { packageFile } from '#platform/package-root.js';

const ContractCounts = createRequire(packageFile('package.json'))('./tools/neo4j/contract-counts.cjs');

test('without Java it says what to install and fails: a suite that did not run has not passed', () => {
  const { status, stderr } = spawnSync(process.execPath, [packageFile('tools/neo4j/run-tests.mjs')], {
    env: { ...process.env, JAVA_HOME: packageFile('docs') },
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/^JAVA_MISSING: .*\n {2}install a JDK 17/);
  expect(status).toBe(1);
});

describe('counts of the contract', () => {
  beforeEach(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true));
  afterEach(() => jest.restoreAllMocks());

  const suite = (store: string, outer: string[], states: Record<string, string>) => ({
    testFilePath: `/clone/test/contract/${store}.test.ts`,
    testResults: Object.entries(states).map(([title, status]) => ({
      ancestorTitles: [...outer, `${store} store`, 'jobs'],
      title,
      status,
    })),
  });
  const count = (...testResults: object[]) => {
    const reporter = new ContractCounts();
    reporter.onRunComplete(null, { testResults });
    return reporter.getLastError();
  };

  test('the same cases on both stores are what is asked for', () => {
    expect(
      count(suite('embedded', [], { a: 'passed' }), suite('neo4j', ['contract'], { a: 'passed' })),
    ).toBeUndefined();
    expect(count(suite('embedded', [], { a: 'passed' }))).toBeUndefined();
  });

  test.each(['pending', 'failed'])('one that is %s on one of them fails the run', (state) => {
    const error = count(
      suite('embedded', [], { a: 'passed', b: 'passed' }),
      suite('neo4j', ['contract'], { a: 'passed', b: state }),
    );
    expect(error.message).toBe('1 cases of the contract passed on one store only');
  });
});

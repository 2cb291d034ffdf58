import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFile } from '#platform/package-root.js';

const PASSES = "test('passes', () => undefined)";
const HANGS = "test('hangs', () => new Promise(() => undefined), 100)";
/** Keeps its process for ever. */
const LEFT_OPEN = 'setInterval(() => undefined, 1000);';

describe('a run of tests', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jejaring-end-in-time-'));
    const reporters = ['default', [packageFile('tools/end-in-time.cjs'), { graceSeconds: 1 }]];
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ jest: { reporters, transform: {} } }));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function run(...tests: string[]) {
    tests.forEach((text, n) => {
      writeFileSync(join(folder, `${n}.test.js`), text);
    });
    const { NODE_OPTIONS: _, ...env } = process.env;
    const jest = createRequire(packageFile('package.json')).resolve('jest/bin/jest');
    return spawnSync(process.execPath, [jest, '--runInBand'], { cwd: folder, env, encoding: 'utf8', timeout: 25_000 });
  }

  test.each([
    ['that failed', [`${LEFT_OPEN}${HANGS}`], 1],
    ['that passed', [`${LEFT_OPEN}${PASSES}`], 0],
    ['that failed in one of two suites', [`${LEFT_OPEN}${HANGS}`, PASSES], 1],
  ])('%s and left something open ends all the same, with the exit code of jest', (_, tests, code) => {
    const { status, signal, stderr } = run(...tests);
    expect([status, signal, stderr]).toEqual([code, null, expect.stringContaining('a test left something open')]);
  });

  test('that left nothing open is not waited for, and nothing is said', () => {
    const { status, stderr } = run(PASSES);
    expect(status).toBe(0);
    expect(stderr).not.toContain('left something open');
  });
});

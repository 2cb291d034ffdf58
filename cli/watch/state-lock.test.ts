import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StateLock } from './state-lock.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

const taken = expect.objectContaining({
  code: 'WATCH_IN_PROGRESS',
  hint: expect.stringContaining('stop the other one'),
});

test('one holds a state at a time, and the next one has it when it is released', () => {
  const state = join(folder, 'one.state');
  const lock = new StateLock(state);
  expect(() => new StateLock(state)).toThrow(taken);
  new StateLock(join(folder, 'other.state')).release();
  lock.release();
  new StateLock(state).release();
});

test('a process that was killed holds nothing', () => {
  const state = join(folder, 'killed.state');
  const script = join(folder, 'holder.mjs');
  const sqlite = import.meta.resolve('@photostructure/sqlite');
  writeFileSync(
    script,
    `import { DatabaseSync } from ${JSON.stringify(sqlite)};
const file = new DatabaseSync(${JSON.stringify(`${state}.lock`)});
file.exec('BEGIN EXCLUSIVE');
process.kill(process.pid, 'SIGKILL');`,
  );
  expect(() => execFileSync(process.execPath, [script], { stdio: 'ignore' })).toThrow();
  new StateLock(state).release();
});

test('a folder that is not there is said', () => {
  expect(() => new StateLock(join(folder, 'none', 'x.state'))).toThrow(
    expect.objectContaining({ code: 'BAD_INPUT_FILE', at: expect.stringContaining('x.state') }),
  );
});

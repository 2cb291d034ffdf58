import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { compiledModule } from '#platform/package-root.js';

// Whole processes on a machine that may be busy.
const folder = mkdtempSync(join(tmpdir(), 'jejaring-watch-faults-'));
afterAll(() => rmSync(folder, { recursive: true }));

class Watching {
  readonly said: string[] = [];
  readonly #child: ChildProcess;

  constructor(...words: readonly string[]) {
    const command = [compiledModule('cli/main.js'), 'watch', ...words];
    this.#child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#child.stderr!.on('data', (part) => this.said.push(String(part)));
  }

  async hears(words: string): Promise<void> {
    while (!this.said.join('').includes(words)) await pause(20);
  }

  stop(): void {
    this.#child.kill('SIGTERM');
  }

  async end(): Promise<[code: number | null, said: string]> {
    const [code] = this.#child.exitCode === null ? await once(this.#child, 'close') : [this.#child.exitCode];
    return [code, this.said.join('')];
  }
}

function feedOf(name: string, rows: string): string {
  writeFileSync(join(folder, name), `object_id,account_id,content_id,timestamp_share\n${rows}`);
  return join(folder, name);
}

test('a second watch on a state is refused with what to do, and the first one goes on', async () => {
  const feed = feedOf('feed.csv', 'u1,ani,1,1600000000\n');
  const state = join(folder, 'feed.state');
  const first = new Watching(feed, '--follow', '--state', state, '--save-every', '1');
  while (!existsSync(state)) await pause(20);
  const [code, said] = await new Watching(feed, '--state', state).end();
  expect([code, said]).toEqual([1, expect.stringMatching(/WATCH_IN_PROGRESS.*Another watch keeps this state/)]);
  expect(said).toContain('stop the other one');
  first.stop();
  expect((await first.end())[0]).toBe(130);
  expect((await new Watching(feed, '--state', state).end())[0]).toBe(0);
});

test('a stray quote in a feed that is followed is said, and costs its own row alone', async () => {
  const feed = feedOf('stray.csv', 'u1,ani,1,1600000000\n"u1,budi,2,1600000001\nu1,citra,3,1600000002\n');
  const watch = new Watching(feed, '--follow');
  await watch.hears('line 3: a quote is opened that is not closed yet; the lines after it wait');
  appendFileSync(feed, 'u1,dewi,4,1600000003\nu1,eka,5,1600000004\n');
  await watch.hears('line 3: a quote is opened that is not closed as CSV asks');
  watch.stop();
  const [code, said] = await watch.end();
  expect(code).toBe(130);
  expect(said).toContain('4 actions taken');
});

test('a feed of which no row can be read is an error, one of which some can is not', async () => {
  const [code, said] = await new Watching(feedOf('none.csv', 'u1,ani,1,soon\nu1,budi,2,later\n')).end();
  expect(code).toBe(1);
  for (const words of ['line 2, time', 'BAD_INPUT_FILE', 'None of its rows can be used', '--map'])
    expect(said).toContain(words);
  expect((await new Watching(feedOf('some.csv', 'u1,ani,1,soon\nu1,budi,2,1600000000\n')).end())[0]).toBe(3);
  expect((await new Watching(feedOf('empty.csv', '')).end())[0]).toBe(0);
});

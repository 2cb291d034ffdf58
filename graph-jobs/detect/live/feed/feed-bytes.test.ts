import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { type FeedPiece, fileBytes, pipeBytes } from './feed-bytes.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-feed-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What comes until the next quiet moment, and what `then` brings about, until there is nothing left to do. */
async function heard(
  pieces: AsyncGenerator<FeedPiece>,
  stop: AbortController,
  then: (() => void)[],
): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of pieces) {
    if (piece !== 'QUIET') all.push(typeof piece === 'string' ? piece : Buffer.from(piece).toString());
    else if (then.length === 0) stop.abort();
    else then.shift()!();
  }
  return all;
}

test('a file is followed as it grows, is cut, and is replaced', async () => {
  const path = join(folder, 'feed.csv');
  writeFileSync(path, 'one,');
  const stop = new AbortController();
  const pieces = fileBytes(path, { offset: 2, follow: true, signal: stop.signal });
  const said = await heard(pieces, stop, [
    () => appendFileSync(path, 'two'),
    () => writeFileSync(path, 'cut'),
    () => {
      writeFileSync(`${path}.new`, 'replaced it');
      renameSync(`${path}.new`, path);
    },
  ]);
  expect(said).toEqual(['e,', 'two', 'CUT', 'cut', 'REPLACED', 'replaced it']);
});

test('a file that is not followed ends, and one that is shorter than before is read from its start', async () => {
  const path = join(folder, 'short.csv');
  writeFileSync(path, 'short');
  const stop = new AbortController();
  const pieces = fileBytes(path, { offset: 100, follow: false, signal: stop.signal });
  expect(await heard(pieces, stop, [])).toEqual(['CUT', 'short']);
});

test('a pipe gives what it has, is quiet between, and ends', async () => {
  const pipe = new PassThrough();
  pipe.write('one');
  const stop = new AbortController();
  const said = await heard(pipeBytes(pipe, stop.signal), stop, [() => pipe.write('two'), () => pipe.end('three')]);
  expect(said).toEqual(['one', 'two', 'three']);
});

test('what cannot be watched is refused with what to do', async () => {
  const zip = join(folder, 'feed.csv.gz');
  writeFileSync(zip, gzipSync('a,b\n'));
  for (const path of [zip, folder, join(folder, 'missing')]) {
    const { signal } = new AbortController();
    const first = fileBytes(path, { offset: 0, follow: false, signal }).next();
    await expect(first).rejects.toMatchObject({ code: 'BAD_INPUT_FILE', hint: expect.any(String) });
  }
});

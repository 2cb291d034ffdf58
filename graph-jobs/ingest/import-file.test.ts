import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withTemporaryStore } from '../../test/builders/temporary-store.js';
import type { FormatName } from './formats/read-format.js';
import { importFile } from './import-file.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-import-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function rejectsOf(text: string, format: FormatName) {
  const path = join(folder, 'file');
  const rejectsPath = join(folder, 'rejects');
  writeFileSync(path, text);
  return withTemporaryStore(async (store) => {
    const options = { now: Date.now() };
    await importFile(store.ingest, { path, format, options, resume: false, rejectsPath, batchRows: 5 });
    return readFileSync(rejectsPath, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; field: string; reason: string; raw: string });
  });
}

test('what the store refuses of a page names its post, not the last one of the page', async () => {
  const post = (id: string, text: string) => ({ id, text, author_id: '7', created_at: '2026-03-01T08:00:00Z' });
  const page = { data: [post('1', 'one'), post('1', 'again'), { id: '2' }, post('3', 'three')] };
  const [bad, again] = await rejectsOf(JSON.stringify(page), 'x-api-v2');
  expect(again).toMatchObject({ line: 1, field: 'data.1.id', raw: expect.stringContaining('again') });
  expect(bad).toMatchObject({ line: 1, field: 'data.2.text', raw: '{"id":"2"}' });
});

test('a damaged account of a page costs its own posts only', async () => {
  const more = { text: 't', created_at: '2026-03-01T08:00:00Z' };
  const post = (id: string, author: string) => ({ id, author_id: author, ...more });
  const users = [{ id: '7', created_at: 'yesterday' }, { id: '8', username: 'ani' }, { username: 'no id' }, null];
  const page = { data: [post('1', '7'), post('2', '8'), post('3', '9')], includes: { users } };
  const rejects = await rejectsOf(JSON.stringify(page), 'x-api-v2');
  expect(rejects).toMatchObject([
    { field: 'data.0.author_id', reason: expect.stringContaining('includes.users.0, whose created_at') },
  ]);
});

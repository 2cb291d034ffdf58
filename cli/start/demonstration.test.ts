import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_ISSUE } from '#simulator/demo-scenario.js';
import { FLOOD_ISSUE, floodMentions } from '../../test/builders/flood-issue.js';
import { importMentions } from '../../test/builders/import-rows.js';
import { withTemporaryStore } from '../../test/builders/temporary-store.js';
import { demonstrationIsDue } from './demonstration.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jejaring-start-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a new store is due, and one whose demonstration was cut off before it was mapped', async () => {
  await withTemporaryStore(async (store) => {
    expect(await demonstrationIsDue(store, folder)).toBe(true);
    await mkdir(join(folder, 'demonstration'));
    await writeFile(join(folder, 'demonstration', 'scenario.ndjson'), '');
    await importMentions(store, floodMentions());
    expect(await demonstrationIsDue(store, folder)).toBe(true);
    await store.issues.create(DEMO_ISSUE);
    expect(await demonstrationIsDue(store, folder)).toBe(true);
  });
});

test('mentions or issues of somebody else are never mixed with fictional ones', async () => {
  await withTemporaryStore(async (store) => {
    await importMentions(store, floodMentions());
    expect(await demonstrationIsDue(store, folder)).toBe(false);
    await store.issues.create(FLOOD_ISSUE);
    expect(await demonstrationIsDue(store, folder)).toBe(false);
  });
});

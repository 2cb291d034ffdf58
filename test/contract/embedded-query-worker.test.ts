import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '#domain/ports/store.js';
import { openStore } from '#store/open-store.js';
import { importMentions } from '../builders/import-rows.js';
import { mentionRecord, NEW_YEAR } from '../builders/records.js';

describe('heavy reads in a worker thread', () => {
  let dataFolder: string;
  let store: Store;
  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'jejaring-worker-'));
    store = await openStore({ dataFolder, serving: true, neo4j: null });
    await importMentions(store, [mentionRecord('1', { text: 'banjir' }), mentionRecord('2', { text: 'kopi' })]);
  });
  afterEach(async () => {
    await store.close();
    await rm(dataFolder, { recursive: true });
  });

  test('give the same as in this thread, and see what was written since', async () => {
    const counts = [{ stream: 'SOCIAL', kind: 'ORIGINAL', count: 2 }];
    expect(await store.mentions.timeline({}, 60_000, 0)).toEqual([{ start: NEW_YEAR, counts }]);
    const { items } = await store.mentions.page({ text: 'banjir' }, 'NEWEST', { first: 5, after: null });
    expect(items.map(({ node }) => node.id)).toEqual(['x:1']);
    await importMentions(store, [mentionRecord('3', { text: 'banjir lagi' })]);
    expect(await Promise.all([store.mentions.count({}), store.mentions.count({ text: 'banjir' })])).toEqual([3, 2]);
  });

  test('this thread goes on meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    // Joins of a list with itself: some hundred milliseconds of work for SQLite.
    await importMentions(
      store,
      Array.from({ length: 5000 }, (_, n) => mentionRecord(`m${n}`, { text: 'banjir rob', minute: n })),
    );
    turns = 0;
    for (let time = 0; time < 20; time += 1) await store.mentions.timeline({ text: 'banjir' }, 1_000_000, 0);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  test('an issue is made in one of its own, seen at once, and refused by the same codes', async () => {
    const issue = { id: 'banjir', title: 'Banjir', query: 'banjir', ownerAgencyId: null, sharedWith: ['31'] };
    const made = await store.issues.create(issue);
    expect(await store.issues.get(['banjir'])).toEqual([made]);
    expect([made.queryVersion, await store.mentions.count({ issueId: 'banjir' })]).toEqual([1, 1]);
    await expect(store.issues.create(issue)).rejects.toMatchObject({ code: 'ISSUE_EXISTS', at: 'id' });
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await store.issues.create({ ...issue, id: 'kopi', query: 'kopi' });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  test('what waits for an answer when the store closes is told so', async () => {
    const reads = [store.mentions.count({ text: 'banjir' }), store.regionalFindings.count('g', ['31'])];
    const told = Promise.all(reads.map((read) => expect(read).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })));
    await store.close();
    await told;
  });
});

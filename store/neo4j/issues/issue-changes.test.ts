import { randomBytes } from 'node:crypto';
import type { Store } from '#domain/ports/store.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { importMentions } from '../../../test/builders/import-rows.js';
import { mentionRecord } from '../../../test/builders/records.js';
import { allNodes } from '../../../test/contract/suite.js';
import { describeOnTestNeo4j } from '../../../test/neo4j/describe-on-test-neo4j.js';
import { emptyTestDatabase, testConnection, testNeo4jSettings } from '../../../test/neo4j/test-database.js';
import { openNeo4jStore } from '../neo4j-store.js';

/** More than two slices of a change. */
const MANY = 11_000;
const pseudonymize = keyedPseudonyms(randomBytes(32));
const roots = Array.from({ length: MANY }, (_, n) => mentionRecord(`${n}`, { text: n % 2 ? 'banjir' : 'rob' }));

const SETS = 'MATCH ()-[r:IN_ISSUE]->() RETURN count(r) AS members, count(DISTINCT r.membership) AS sets';
const OPEN_CHANGES =
  "MATCH (i:Issue) WHERE i.id > '' AND (i.pending IS NOT NULL OR size(i.dead) > 0) RETURN i.id AS id";
const ISSUES = "MATCH (i:Issue) WHERE i.id > '' RETURN count(i) AS count";
const AGE = "MATCH (i:Issue) WHERE i.id > '' AND i.pending IS NOT NULL SET i.pendingSeenAt = 0";

describeOnTestNeo4j('changes of an issue', () => {
  const opened: Store[] = [];
  const open = async () => {
    const store = await openNeo4jStore({ settings: testNeo4jSettings(), pseudonymize });
    opened.push(store);
    return store;
  };
  const ask = async (statement: string) => {
    const connection = testConnection();
    const rows = await connection.autoCommit<Record<string, unknown>>(statement);
    await connection.close();
    return rows;
  };
  const create = (store: Store, id: string, query: string, onProgress?: () => void) =>
    store.issues.create({ id, title: id, query, ownerAgencyId: null, sharedWith: [] }, onProgress);
  const members = async (store: Store, issueId: string) =>
    (await allNodes((after) => store.mentions.page({ issueId }, 'OLDEST', { first: 1000, after }))).length;

  let store: Store;
  beforeEach(async () => {
    await emptyTestDatabase();
    store = await open();
    await importMentions(store, roots, 5_000);
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  test('of two at once the later goes on, the other ends with a code, and nothing is left over', async () => {
    await create(store, 'i', 'kopi');
    const other = await open();
    let later: Promise<unknown> | undefined;
    const first = store.issues.changeQuery('i', 'banjir OR rob', () => {
      later ??= other.issues.changeQuery('i', 'banjir');
    });
    await expect(first).rejects.toMatchObject({ code: 'STOPPED', at: 'i' });
    expect(await later).toMatchObject({ query: 'banjir', queryVersion: 2 });
    expect(await members(store, 'i')).toBe(MANY / 2);
    expect(await ask(SETS)).toEqual([{ members: MANY / 2, sets: 1 }]);
    expect(await ask(OPEN_CHANGES)).toEqual([]);
  }, 60_000);

  test('of two that make one issue the later makes it', async () => {
    const other = await open();
    let later: Promise<unknown> | undefined;
    const first = create(store, 'i', 'banjir OR rob', () => {
      later ??= create(other, 'i', 'rob');
    });
    await expect(first).rejects.toMatchObject({ code: 'ISSUE_EXISTS' });
    expect(await later).toMatchObject({ query: 'rob', queryVersion: 1 });
    expect(await ask(SETS)).toEqual([{ members: MANY / 2, sets: 1 }]);
    expect(await ask(OPEN_CHANGES)).toEqual([]);
  }, 60_000);

  test('one that is stopped leaves nothing', async () => {
    let calls = 0;
    const stop = () => {
      calls += 1;
      if (calls === 2) throw new Error('stopped');
    };
    await expect(create(store, 'i', 'banjir', stop)).rejects.toThrow('stopped');
    expect(await ask(SETS)).toEqual([{ members: 0, sets: 0 }]);
    expect(await ask(ISSUES)).toEqual([{ count: 0 }]);
  }, 60_000);

  test('what one left that was killed is deleted by the next, of whatever issue', async () => {
    const killed = await open();
    await create(store, 'i', 'kopi');
    await expect(create(killed, 'half', 'banjir', () => void killed.close())).rejects.toThrow();
    await expect(store.issues.queryVersions('half')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await store.issues.get(['half'])).toEqual([null]);
    expect(await ask(OPEN_CHANGES)).toEqual([{ id: 'half' }]);
    await ask(AGE);
    await store.issues.changeQuery('i', 'rob');
    expect(await ask(SETS)).toEqual([{ members: MANY / 2, sets: 1 }]);
    expect(await ask(ISSUES)).toEqual([{ count: 1 }]);
  }, 60_000);

  test('imports that run meanwhile are in it: mentions, responses, and texts that change', async () => {
    const other = await open();
    await create(store, 'i', 'kopi');
    const responses = Array.from({ length: 3_000 }, (_, n) =>
      mentionRecord(`r${n}`, { kind: 'REPOST', parentNativeId: n % 3 ? `${n}` : `r${n - 2}` }),
    );
    const changed = roots
      .slice(5_000, 6_000)
      .map((root) => ({ ...root, text: root.text === 'rob' ? 'banjir' : 'rob' }));
    const fresh = Array.from({ length: 1_000 }, (_, n) => mentionRecord(`z${n}`, { text: 'banjir' }));
    const [issue] = await Promise.all([
      store.issues.changeQuery('i', 'banjir'),
      importMentions(other, [...responses, ...changed, ...fresh].toReversed(), 100),
    ]);
    expect(issue.queryVersion).toBe(2);
    const met = await members(store, 'i');
    await store.issues.changeQuery('i', 'kopi');
    await store.issues.changeQuery('i', 'banjir');
    expect(met).toBe(await members(store, 'i'));
    expect(await ask(OPEN_CHANGES)).toEqual([]);
  });
});

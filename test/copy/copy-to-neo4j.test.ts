import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '#domain/ports/store.js';
import type { TransferStore } from '#domain/ports/transfer-store.js';
import { TRANSFER_KINDS } from '#domain/transfer/transfer-kinds.js';
import { copyStore } from '#graph-jobs/copy-store/copy-store.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { loadSeed } from '#seed/load-seed.js';
import { seedAgencies, seedRegions } from '#seed/seed-data.js';
import { openEmbeddedStore } from '#store/embedded/embedded-store.js';
import { openEmbeddedTransfer } from '#store/embedded/transfer/transfer-store.js';
import { openNeo4jStore } from '#store/neo4j/neo4j-store.js';
import { openNeo4jTransfer } from '#store/neo4j/transfer/transfer-store.js';
import { describeOnTestNeo4j } from '../neo4j/describe-on-test-neo4j.js';
import { emptyTestDatabase, testConnection, testNeo4jSettings } from '../neo4j/test-database.js';
import { importAgain, mapAgain, resumeImport } from './filled-store.js';
import { copyBeside, dyingAfter, fillEmbedded, recordsOf, secondFirst } from './transfers.js';

const pseudonymize = keyedPseudonyms(Buffer.alloc(32, 3));

// But for the evidence of a hidden group, which nothing shows: the embedded store keeps it, and so does its copy.
const RELATIONSHIPS = `MATCH ()-[r]->() WHERE type(r) <> 'CO_ACTED'
RETURN type(r) AS type, count(*) AS count ORDER BY type`;

/** What the comparison of a copy does not count. */
const DOUBLED = `MATCH (a)-[r:POSTED|RESPONDS_TO|CARRIES|CO_TIMED|IN_GROUP]->(b)
WITH a, b, type(r) AS type, properties(r) AS facts, count(*) AS times WHERE times > 1
RETURN type, count(*) AS pairs`;

describeOnTestNeo4j('copy', () => {
  let folder: string;
  let opened: { close(): Promise<void> }[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jejaring-copy-'));
    opened = [];
    await emptyTestDatabase();
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    await rm(folder, { recursive: true });
  });

  const keep = <Opened extends { close(): Promise<void> }>(store: Opened): Opened => {
    opened.push(store);
    return store;
  };
  const fileOf = (name: string) => join(folder, `${name}.db`);
  const embedded = (name: string) => keep(openEmbeddedStore({ file: fileOf(name), pseudonymize }));
  const embeddedTransfer = (name: string) => keep(openEmbeddedTransfer({ file: fileOf(name), pseudonymize }));
  const neo4j = async (): Promise<Store> => keep(await openNeo4jStore({ settings: testNeo4jSettings(), pseudonymize }));
  const neo4jTransfer = async (): Promise<TransferStore> =>
    keep(await openNeo4jTransfer({ settings: testNeo4jSettings(), pseudonymize }));

  async function filled(name: string): Promise<TransferStore> {
    await fillEmbedded(embedded(name), fileOf(name));
    return embeddedTransfer(name);
  }

  test('everything goes up, and comes back the same', async () => {
    const [source, up, back] = [await filled('source'), await neo4jTransfer(), embeddedTransfer('back')];
    const there = await copyStore({ source, target: up, resume: false });
    expect(there.filter(({ equal }) => !equal)).toEqual([]);
    expect(await recordsOf(up)).toEqual(await recordsOf(source));
    const here = await copyStore({ source: up, target: back, resume: false });
    expect(here.filter(({ equal }) => !equal)).toEqual([]);
    expect(await recordsOf(back)).toEqual(await recordsOf(source));
  });

  test('the copy goes on as the original would: imports, an interrupted import, maps', async () => {
    await copyStore({ source: await filled('source'), target: await neo4jTransfer(), resume: false });
    const [source, target] = [embedded('source'), await neo4j()];
    expect(await mapAgain(target)).toEqual(await mapAgain(source));
    const resumed = await resumeImport(target);
    expect(resumed).toMatchObject({ rows: 11, added: 1, rejected: [{ line: 1, field: 'nativeId' }] });
    expect(await resumeImport(source)).toEqual(resumed);
    expect(await importAgain(target)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(await mapAgain(target)).toEqual(await mapAgain(source));
    expect(await target.mentions.count({ text: 'cafe' })).toBe(1);
    const [queued, other] = [await target.jobs.claim('w', 1), await source.jobs.claim('w', 1)];
    expect(queued).toEqual(other);
  });

  test('an import and a copy leave the same graph', async () => {
    await copyStore({ source: await filled('source'), target: await neo4jTransfer(), resume: false });
    const copied = await graph();
    await emptyTestDatabase();
    await fillEmbeddedLike(await neo4j());
    expect(copied).toEqual(await graph());
  });

  async function fillEmbeddedLike(store: Store): Promise<void> {
    const connection = testConnection();
    const { fillStore } = await import('./filled-store.js');
    const reviews: Promise<unknown>[] = [];
    await fillStore(store, (findingId) => {
      const review = "MATCH (g:CoTimedGroup {id: $findingId}) SET g.reviewState = 'DISMISSED'";
      reviews.push(connection.write((cypher) => cypher.run(review, { findingId })));
    });
    await Promise.all(reviews);
    await connection.close();
  }

  async function graph() {
    const connection = testConnection();
    const [relationships, mentions, accounts, objects] = await connection.readAll(async (cypher) => [
      await cypher.run(RELATIONSHIPS),
      await cypher.run('MATCH (m:MentionKey) RETURN labels(m) AS labels, m {.*} AS node ORDER BY m.id'),
      await cypher.run('MATCH (a:Account) RETURN a {.*, toldAt: a.toldAt IS NULL} AS node ORDER BY a.id'),
      await cypher.run('MATCH (o:Object) RETURN labels(o) AS labels, o {.*} AS node ORDER BY o.key'),
    ]);
    await connection.close();
    return { relationships, mentions, accounts, objects };
  }

  test('killed after each slice in turn, it is resumed with nothing lost or doubled', async () => {
    const [source, target] = [await filled('source'), await neo4jTransfer()];
    for (let resume = false; ; resume = true) {
      try {
        const compared = await copyStore({ source, target: dyingAfter(2, target), resume });
        expect(compared.filter(({ equal }) => !equal)).toEqual([]);
        break;
      } catch (error) {
        expect((error as Error).message).toBe('killed');
        await expect(neo4j()).rejects.toMatchObject({ code: 'COPY_UNFINISHED' });
      }
    }
    expect(await recordsOf(target)).toEqual(await recordsOf(source));
  });

  test('a slice whose end was lost on the way is not written twice', async () => {
    const [source, target] = [await filled('source'), await neo4jTransfer()];
    const twice: TransferStore = dyingAfter(1_000, target);
    twice.write = async (kind, records, step) => {
      await target.write(kind, records, step);
      await target.write(kind, records, step);
    };
    const compared = await copyStore({ source, target: twice, resume: false });
    expect(compared.filter(({ equal }) => !equal)).toEqual([]);
    expect(compared.map(({ kind }) => kind)).toEqual(TRANSFER_KINDS);
  });

  test('of two copies into one store, the one that comes behind ends, and nothing is doubled', async () => {
    const [source, target] = [await filled('source'), await neo4jTransfer()];
    const other = { source: embeddedTransfer('source'), target: await neo4jTransfer() };
    expect(await copyBeside({ source, target }, other)).toEqual([]);
    expect(await doubled()).toEqual([]);
  });

  test('a target that was started once is as good as an empty one; of two first copies, the second sees the first', async () => {
    const shipped = { regions: seedRegions(), agencies: seedAgencies() };
    const source = await filled('source');
    const store = await neo4j();
    await loadSeed(store);
    const own = { ...shipped.agencies[0]!, id: 'own' };
    await store.agencies.upsert([own]);
    const [target, other] = [await neo4jTransfer(), await neo4jTransfer()];
    const refused = { code: 'STORE_NOT_EMPTY', message: expect.stringContaining('agencies') };
    await expect(copyStore({ source, target, resume: false, shipped })).rejects.toMatchObject(refused);
    expect(await target.checkpoint()).toBeNull();
    await emptyTestDatabase();
    await loadSeed(store);
    const late = secondFirst({ source, target }, { source: embeddedTransfer('source'), target: other }, shipped);
    await expect(late).rejects.toMatchObject({ code: 'STORE_NOT_EMPTY' });
    expect(await recordsOf(target)).toEqual(await recordsOf(source));
    expect(await doubled()).toEqual([]);
  });

  test('a slice that two write at the same time is written once', async () => {
    const [source, one, other] = [await filled('source'), await neo4jTransfer(), await neo4jTransfer()];
    const both: TransferStore = dyingAfter(1_000, one);
    both.write = async (...given) => {
      await Promise.all([one.write(...given), other.write(...given)]);
    };
    const compared = await copyStore({ source, target: both, resume: false });
    expect(compared.filter(({ equal }) => !equal)).toEqual([]);
    expect(await doubled()).toEqual([]);
  });

  async function doubled() {
    const connection = testConnection();
    const found = await connection.read(DOUBLED);
    await connection.close();
    return found;
  }

  test('two stores are never merged, and another key is refused', async () => {
    const source = await filled('source');
    const store = await neo4j();
    await store.issues.create({ id: 'i', title: 'I', query: 'q', ownerAgencyId: null, sharedWith: [] });
    await expect(copyStore({ source, target: await neo4jTransfer(), resume: true })).rejects.toMatchObject({
      code: 'STORE_NOT_EMPTY',
    });
    const other = keyedPseudonyms(Buffer.alloc(32, 4));
    await expect(openNeo4jTransfer({ settings: testNeo4jSettings(), pseudonymize: other })).rejects.toMatchObject({
      code: 'BAD_CONFIGURATION',
    });
  });
});

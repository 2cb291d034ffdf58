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
import { importAgain, mapAgain, resumeImport } from './filled-store.js';
import { copyBeside, dyingAfter, fillEmbedded, recordsOf, secondFirst } from './transfers.js';

const pseudonymize = keyedPseudonyms(Buffer.alloc(32, 3));
let folder: string;
let opened: { close(): Promise<void> }[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jejaring-copy-'));
  opened = [];
});
afterEach(async () => {
  for (const store of opened) await store.close();
  await rm(folder, { recursive: true });
});

const fileOf = (name: string) => join(folder, `${name}.db`);

function keep<Opened extends { close(): Promise<void> }>(store: Opened): Opened {
  opened.push(store);
  return store;
}

const storeOf = (name: string) => keep(openEmbeddedStore({ file: fileOf(name), pseudonymize }));
const transferOf = (name: string) => keep(openEmbeddedTransfer({ file: fileOf(name), pseudonymize }));

async function filled(name: string): Promise<TransferStore> {
  const store = storeOf(name);
  await fillEmbedded(store, fileOf(name));
  await store.close();
  return transferOf(name);
}

test('everything comes over, and both sides say so', async () => {
  const [source, target] = [await filled('source'), transferOf('target')];
  const compared = await copyStore({ source, target, resume: false });
  expect(compared.filter(({ equal }) => !equal)).toEqual([]);
  const empty = compared.filter((kind) => kind.source.count === 0).map(({ kind }) => kind);
  expect(empty).toEqual([]);
  expect(await recordsOf(target)).toEqual(await recordsOf(source));
  expect(await target.checkpoint()).toBeNull();
});

test('the copy goes on as the original would: imports, an interrupted import, maps', async () => {
  await copyStore({ source: await filled('source'), target: transferOf('target'), resume: false });
  const [source, target] = [storeOf('source'), storeOf('target')];
  const first = await mapAgain(target);
  expect(first).toEqual(await mapAgain(source));
  expect(await importAgain(target)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  const resumed = await resumeImport(target);
  expect(resumed).toMatchObject({ rows: 11, added: 1, rejected: [{ line: 1, field: 'nativeId' }] });
  expect(await resumeImport(source)).toEqual(resumed);
  expect(await mapAgain(target)).toEqual(await mapAgain(source));
  expect(await target.mentions.count({ text: 'cafe' })).toBe(1);
});

test('killed after each slice in turn, it is resumed with nothing lost or doubled', async () => {
  const source = await filled('source');
  const target = transferOf('target');
  let tries = 0;
  for (let resume = false; ; resume = true) {
    tries += 1;
    try {
      const compared = await copyStore({ source, target: dyingAfter(1, target), resume });
      expect(compared.every(({ equal }) => equal)).toBe(true);
      break;
    } catch (error) {
      expect((error as Error).message).toBe('killed');
      expect(() => storeOf('target')).toThrow(expect.objectContaining({ code: 'COPY_UNFINISHED' }));
    }
  }
  expect(tries).toBeGreaterThan(TRANSFER_KINDS.length / 2);
  expect(await recordsOf(target)).toEqual(await recordsOf(source));
});

test('the same records written again change nothing', async () => {
  const [source, target] = [await filled('source'), transferOf('target')];
  await copyStore({ source, target, resume: false });
  const before = await recordsOf(target);
  for (const kind of TRANSFER_KINDS) {
    const { records } = await target.read(kind, null);
    const from = await target.checkpoint();
    await target.write(kind, records, { from, to: { sourceMark: '', kind, after: null, sums: {} } });
  }
  await target.endCopy();
  expect(await recordsOf(target)).toEqual(before);
  expect(await storeOf('target').mentions.count({ text: 'cafe' })).toBe(1);
});

test('two stores are never merged, and an interrupted copy is not taken for a new one', async () => {
  const source = await filled('source');
  const other = storeOf('other');
  await other.issues.create({ id: 'i', title: 'I', query: 'q', ownerAgencyId: null, sharedWith: [] });
  await expect(copyStore({ source, target: transferOf('other'), resume: true })).rejects.toMatchObject({
    code: 'STORE_NOT_EMPTY',
  });
  const target = transferOf('target');
  await expect(copyStore({ source, target: dyingAfter(3, target), resume: false })).rejects.toThrow('killed');
  await expect(copyStore({ source, target, resume: false })).rejects.toMatchObject({ code: 'COPY_UNFINISHED' });
  await expect(copyStore({ source: transferOf('other'), target, resume: true })).rejects.toMatchObject({
    code: 'SOURCE_CHANGED',
  });
});

const SHIPPED = { regions: seedRegions(), agencies: seedAgencies() };

test('a target that was started once, and holds what is shipped alone, is as good as an empty one', async () => {
  const source = await filled('source');
  await loadSeed(storeOf('target'));
  const target = transferOf('target');
  await expect(copyStore({ source, target, resume: false })).rejects.toMatchObject({ code: 'STORE_NOT_EMPTY' });
  const compared = await copyStore({ source, target, resume: false, shipped: SHIPPED });
  expect(compared.filter(({ equal }) => !equal)).toEqual([]);
  expect(await recordsOf(target)).toEqual(await recordsOf(source));
});

test.each([
  [
    'an agency of its own',
    'agencies',
    (store: Store) => store.agencies.upsert([{ ...SHIPPED.agencies[0]!, id: 'own' }]),
  ],
  [
    'a region by another name',
    'regions',
    (store: Store) => store.regions.upsert([{ ...SHIPPED.regions[0]!, name: 'X' }]),
  ],
  ['an import', 'imports', (store: Store) => store.ingest.begin({ path: 'f', bytes: 1, headHash: '', format: 'f' })],
])('a target with %s besides is refused, and left as it is', async (_, kind, add) => {
  const source = await filled('source');
  const store = storeOf('target');
  await loadSeed(store);
  await add(store);
  const target = transferOf('target');
  const before = await recordsOf(target);
  await expect(copyStore({ source, target, resume: false, shipped: SHIPPED })).rejects.toMatchObject({
    code: 'STORE_NOT_EMPTY',
    message: expect.stringContaining(kind),
  });
  expect(await recordsOf(target)).toEqual(before);
  expect(await target.checkpoint()).toBeNull();
});

test('of two first copies at once, the second finds what the first has brought meanwhile', async () => {
  const [source, target] = [await filled('source'), transferOf('target')];
  await expect(secondFirst({ source, target }, { source, target: transferOf('target') })).rejects.toMatchObject({
    code: 'STORE_NOT_EMPTY',
  });
  expect(await recordsOf(target)).toEqual(await recordsOf(source));
});

test('a source that changes meanwhile is noticed', async () => {
  const [source, target] = [await filled('source'), transferOf('target')];
  const writer = storeOf('source');
  const meanwhile = copyStore({
    source,
    target,
    resume: false,
    onProgress: ({ kind }) => {
      if (kind === 'regions') writer.jobs.stop('job-4').catch(() => undefined);
    },
  });
  await expect(meanwhile).rejects.toMatchObject({ code: 'SOURCE_CHANGED' });
  await expect(copyStore({ source, target, resume: true })).rejects.toMatchObject({ code: 'SOURCE_CHANGED' });
});

test('of two copies into one store, the one that comes behind ends, and the other is whole', async () => {
  const [source, target] = [await filled('source'), transferOf('target')];
  await expect(
    copyBeside({ source, target }, { source: transferOf('source'), target: transferOf('target') }),
  ).resolves.toEqual([]);
  expect(await recordsOf(target)).toEqual(await recordsOf(source));
});

test('what differs is told, and the copy stays closed', async () => {
  const [source, target] = [await filled('source'), transferOf('target')];
  const lossy = dyingAfter(1_000, target);
  lossy.write = (kind, records, step) => target.write(kind, kind === 'jobs' ? records.slice(1) : records, step);
  const compared = await copyStore({ source, target: lossy, resume: false });
  expect(compared.filter(({ equal }) => !equal)).toMatchObject([
    { kind: 'jobs', source: { count: 4 }, target: { count: 3 } },
  ]);
  expect(() => storeOf('target')).toThrow(expect.objectContaining({ code: 'COPY_UNFINISHED' }));
});

test('a stop is heard between slices', async () => {
  const [source, target] = [await filled('source'), transferOf('target')];
  await expect(copyStore({ source, target, resume: false, signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'STOPPED',
  });
  const compared = await copyStore({ source, target, resume: true });
  expect(compared.every(({ equal }) => equal)).toBe(true);
});

test('a store of another key is refused', async () => {
  await filled('source');
  const other = keyedPseudonyms(Buffer.alloc(32, 4));
  expect(() => openEmbeddedTransfer({ file: fileOf('source'), pseudonymize: other })).toThrow(
    expect.objectContaining({ code: 'BAD_CONFIGURATION' }),
  );
});

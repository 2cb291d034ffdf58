import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Store } from '#domain/ports/store.js';
import { DEFAULT_RUN_PARAMETERS } from '#domain/run.js';
import { FLOOD_ISSUE, floodMentions } from '../../test/builders/flood-issue.js';
import { importMentions } from '../../test/builders/import-rows.js';
import { readGexf } from '../../test/builders/read-exports.js';
import { accountRecord, mentionRecord } from '../../test/builders/records.js';
import { withTemporaryStore } from '../../test/builders/temporary-store.js';
import { runPipeline } from '../pipeline.js';
import { gatherReport } from '../report/html/report-input.js';
import { renderPicture } from '../report/picture/render-picture.js';
import { EXPORT_FORMATS, type ExportFormat, exportNetwork, exportPlan } from './export-network.js';

const REQUEST = { issueId: FLOOD_ISSUE.id, runId: null, groups: true };
const NOBODY = { onProgress: () => undefined, stopRequested: () => false };
const PRIVATE_NAME = 'Nama Pribadi';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jejaring-export-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A mapped flood; author0 belongs to an agency, and every private account has a name that may not get out. */
async function withMappedFlood(work: (store: Store) => Promise<void>, given = floodMentions()): Promise<void> {
  await withTemporaryStore(async (store) => {
    const mentions = given.map((mention) => {
      const declared = { handle: 'bnpb_banjir', agencyId: 'bnpb', layer: 'L0' as const };
      const person = { handle: `h_${mention.account.nativeId}`, displayName: PRIVATE_NAME };
      const known = mention.account.nativeId === 'author0' ? declared : person;
      return { ...mention, account: { ...mention.account, ...known } };
    });
    await importMentions(store, mentions);
    await store.issues.create(FLOOD_ISSUE);
    await map(store);
    await work(store);
  });
}

const map = (store: Store) =>
  runPipeline(
    store,
    {
      issueId: FLOOD_ISSUE.id,
      parameters: { ...DEFAULT_RUN_PARAMETERS, shuffledCopies: 2 },
      codeVersion: 'jejaring@0.0.0',
    },
    NOBODY,
  );

async function written(store: Store, format: ExportFormat, name: string, request = REQUEST) {
  const place = join(folder, name);
  const plan = exportPlan(format, format === 'csv' ? folder : place);
  await exportNetwork(store, request, plan, () => undefined);
  const texts = await Promise.all(plan.files.map(({ path }) => readFile(path, 'utf8')));
  return { text: texts.join('\n'), about: JSON.parse(await readFile(plan.about, 'utf8')) };
}

test('the network of the run comes back from the file, with times and kinds from its mentions', () =>
  withMappedFlood(async (store) => {
    const { text, about } = await written(store, 'gexf', 'flood.gexf');
    const graph = readGexf(text);
    const [run] = await store.runs.latest([FLOOD_ISSUE.id]);
    const document = (await store.runs.document(run!.id))!;
    expect([graph.order, graph.size]).toEqual([document.network.accounts, document.network.edges]);
    let amplifications = 0;
    graph.forEachEdge((_, { weight, reposts, replies, quotes, firstAmplification, lastAmplification }) => {
      amplifications += weight;
      expect(reposts + replies + quotes).toBe(weight);
      expect(firstAmplification <= lastAmplification).toBe(true);
    });
    expect(amplifications).toBe(document.network.amplifications);
    const columns = await store.issues.columns(FLOOD_ISSUE.id);
    const times = columns.publishedAt.filter((_, row) => columns.kind[row] !== 0);
    const ends = graph.mapNodes((_, { lastAmplification }) => Date.parse(lastAmplification));
    expect(Math.max(...ends)).toBeLessThanOrEqual(Math.max(...times));
    const heads = document.mostAmplified.map(({ accountId, value }) => [accountId, value]);
    expect(heads.map(([id]) => [id, graph.getNodeAttribute(id, 'amplified')])).toEqual(heads);
    expect(graph.getNodeAttribute(heads[0]![0], 'roles')).toContain('MOST_AMPLIFIED');
    expect(about).toMatchObject({
      run: { id: run!.id, inputHash: document.inputHash, software: 'jejaring@0.0.0' },
      issue: { id: FLOOD_ISSUE.id, query: FLOOD_ISSUE.query, queryVersion: 1 },
      counts: { nodes: graph.order, edges: graph.size, amplifications },
      coverage: { mentions: document.coverage.mentions, from: new Date(document.coverage.from!).toISOString() },
      files: [{ name: 'flood.gexf', bytes: Buffer.byteLength(text) }],
    });
    expect(Object.keys(about.nodeAttributes)).toEqual(
      expect.arrayContaining(['community', 'amplified', 'coTimedGroups']),
    );
  }));

test.each(EXPORT_FORMATS)('%s has the same bytes every time, and no name of a private account', (format) =>
  withMappedFlood(async (store) => {
    const once = await written(store, format, `flood.${format}`);
    expect(await written(store, format, `flood.${format}`)).toEqual(once);
    expect(once.text).toContain('@bnpb_banjir');
    expect(once.text).not.toContain(PRIVATE_NAME);
    expect(once.text).not.toContain('h_fan');
    expect(once.text).not.toContain('fan0-0');
    expect(once.about.counts.namedAccounts).toBe(1);
    expect(await readdir(folder)).toHaveLength(format === 'csv' ? 3 : 2);
  }),
);

test('imported in another order, the same issue gives the same bytes, as network and as picture', async () => {
  const bytes: string[][] = [];
  const options = { language: 'en', zone: 'wib', level: null } as const;
  for (const mentions of [floodMentions(), floodMentions().toReversed()])
    await withMappedFlood(async (store) => {
      const { text } = await written(store, 'gexf', 'flood.gexf');
      bytes.push([text, renderPicture(await gatherReport(store, FLOOD_ISSUE.id, null), options)]);
    }, mentions);
  expect(bytes[1]).toEqual(bytes[0]);
});

test('members of co-timed groups are marked where asked for, each group with what it must be compared with', () =>
  withMappedFlood(async (store) => {
    const [run] = await store.runs.latest([FLOOD_ISSUE.id]);
    const { items } = await store.findings.page(run!.id, { first: 10, after: null });
    const { text, about } = await written(store, 'gexf', 'groups.gexf');
    const graph = readGexf(text);
    for (const { node } of items)
      for (const member of node.members) expect(graph.getNodeAttribute(member, 'coTimedGroups')).toContain(node.id);
    expect(about.coTimedGroups).toHaveLength(items.length);
    for (const group of about.coTimedGroups)
      expect(group).toMatchObject({ chance: expect.anything(), explanations: expect.anything() });
    const without = await written(store, 'gexf', 'plain.gexf', { ...REQUEST, groups: false });
    expect(without.text).not.toContain('coTimedGroups');
    expect(without.about.coTimedGroups).toBeUndefined();
  }));

test('times are left out, and that is said, once other mentions have come', () =>
  withMappedFlood(async (store) => {
    await importMentions(store, [
      mentionRecord('late', { account: accountRecord('late'), text: 'banjir lagi', minute: 999 }),
    ]);
    const { text, about } = await written(store, 'gexf', 'stale.gexf');
    expect(text).toContain('mode="static"');
    expect(about.times).toMatch(/^left out/);
    expect(Object.keys(about.edgeAttributes)).toEqual(['weight']);
  }));

test('what stops it, in whatever step, leaves nothing behind', () =>
  withMappedFlood(async (store) => {
    const steps = new Set<string>();
    const plan = exportPlan('gexf', join(folder, 'stopped.gexf'));
    await exportNetwork(store, REQUEST, exportPlan('json', join(folder, 'whole.json')), (step) => steps.add(step));
    const before = await readdir(folder);
    for (const step of steps) {
      const stop = exportNetwork(store, REQUEST, plan, (at, done) => {
        if (at === step && (at !== 'write' || done > 0)) throw new CodedError('STOPPED', 'stopped');
      });
      await expect(stop).rejects.toMatchObject({ code: 'STOPPED' });
      expect(await readdir(folder)).toEqual(before);
    }
    expect([...steps]).toEqual(['network', 'accounts', 'mentions', 'write']);
  }));

test('an issue without a run, a run that is not its own, and a run whose network is gone are refused', () =>
  withMappedFlood(async (store) => {
    const plan = exportPlan('gexf', join(folder, 'x.gexf'));
    const refused = (request: Partial<typeof REQUEST> & { runId?: string | null }) =>
      expect(exportNetwork(store, { ...REQUEST, ...request }, plan, () => undefined)).rejects;
    await refused({ issueId: 'none' }).toMatchObject({ code: 'NOT_FOUND' });
    await refused({ runId: 'none' } as never).toMatchObject({ code: 'NOT_FOUND' });
    const [first] = await store.runs.latest([FLOOD_ISSUE.id]);
    for (const minute of [998, 999]) {
      await importMentions(store, [
        mentionRecord(`m${minute}`, { account: accountRecord('late'), text: 'banjir', minute }),
      ]);
      await map(store);
    }
    await refused({ runId: first!.id } as never).toMatchObject({
      code: 'NOT_FOUND',
      hint: expect.stringContaining('newest'),
    });
    await store.issues.create({ ...FLOOD_ISSUE, id: 'unmapped' });
    await refused({ issueId: 'unmapped' }).toMatchObject({ code: 'NO_RUN_YET' });
  }));

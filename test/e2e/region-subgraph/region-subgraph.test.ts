import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClientSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';
import { HUB_SUBGRAPHS } from '#cli/serve/hub-subgraphs.js';
import type { Store } from '#domain/ports/store.js';
import { startSupergraphGateway } from '#gateway/serve-supergraph.js';
import type { Subgraph } from '#platform/federated-subgraph.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { packageFile } from '#platform/package-root.js';
import { startSubgraphService } from '#platform/subgraph-service.js';
import { openStore } from '#store/open-store.js';
import { type RunningCommand, startCommand } from '../gateway-command/running-command.js';
import { type Ended, startJejaring } from '../map-command/jejaring-command.js';
import { ask } from '../serve-hub/ask.js';
import { ISSUE, makeHubData } from '../serve-hub/hub-data.js';

const EXAMPLE = packageFile('examples/region-subgraph');
const folder = mkdtempSync(join(tmpdir(), 'jejaring-region-'));
const out = join(folder, 'supergraph.graphql');
let data: Awaited<ReturnType<typeof makeHubData>>;
let store: Store;
let services: RunningService[];
let region: RunningCommand;

beforeAll(async () => {
  data = await makeHubData();
  store = await openStore(data);
  const log = createLogger('test', 'silent');
  services = await Promise.all(
    HUB_SUBGRAPHS.map((one) =>
      startSubgraphService(one as Subgraph<Store>, store, { host: '127.0.0.1', port: 0, publicKeys: null }, log),
    ),
  );
  const urls = HUB_SUBGRAPHS.map(({ name }, i) => `${name}=${services[i]!.url}/graphql`);
  process.env.SUBGRAPH_URLS = urls.join(',');
  region = await startCommand([join(EXAMPLE, 'server.mjs'), '0']);
});

afterAll(async () => {
  region.process.kill('SIGKILL');
  await Promise.all(services.map((service) => service.close()));
  await store.close();
  data.remove();
  rmSync(folder, { recursive: true });
  delete process.env.SUBGRAPH_URLS;
});

const compose = (sdl: string, operations: string): Promise<Ended> => {
  const url = region.line;
  return startJejaring(data.dataFolder, [
    'compose',
    ...['--name', 'complaints', '--sdl', sdl, '--url', url, '--operations', operations, '--out', out],
  ]);
};

/** The example's SDL with a change, in a file. */
function changed(from: string, to: string): string {
  const sdl = readFileSync(join(EXAMPLE, 'schema.graphql'), 'utf8');
  expect(sdl).toContain(from);
  const file = join(folder, 'changed.graphql');
  writeFileSync(file, sdl.replace(from, to));
  return file;
}

test('a region plugs in its own subgraph, and one query asks the hub and the region', async () => {
  const composed = await compose(join(EXAMPLE, 'schema.graphql'), join(EXAMPLE, 'operations'));
  expect(composed).toMatchObject({ code: 0, stdout: expect.stringContaining('2 operations checked') });
  const gateway = await startCommand([
    'gateway',
    '--supergraph',
    out,
    '--no-access',
    '--port',
    '0',
    '--data',
    join(out, '..', 'data'),
  ]);
  const url = gateway.line.replace(/\/graphql$/, '');
  const query = readFileSync(join(EXAMPLE, 'operations/complaints-beside-an-issue.graphql'), 'utf8');
  const { data: answer, errors } = await ask(url, query, { issue: ISSUE });
  expect(errors).toBeUndefined();
  expect(answer.issue).toMatchObject({
    title: expect.any(String),
    complaints: [
      { subject: 'Air masuk rumah', office: 'Kelurahan Gambir', region: { name: 'Jakarta Pusat' } },
      { subject: 'Pompa air mati', office: 'Dinas SDA', region: { name: 'Jakarta Pusat' } },
    ],
  });
  const from = await ask(
    url,
    '{ complaints(region: "31.71", first: 1) { issue { title mentionCount } region { complaints { id } } } }',
  );
  expect(from.data.complaints).toEqual([
    {
      issue: { title: answer.issue.title, mentionCount: answer.issue.mentionCount },
      region: { complaints: [{ id: 'k1' }, { id: 'k2' }] },
    },
  ]);
  expect(await gateway.stop()).toBe(0);
});

test('the regional variant has what the region tagged, and nobody can ask for what it leaves out', async () => {
  const [variant, published] = ['variant.graphql', 'published.graphql'].map((name) => join(folder, name));
  const files = ['--out', variant!, '--published', published!];
  const made = await startJejaring(data.dataFolder, [
    ...['contract', '--supergraph', out, '--include', 'regional', ...files],
  ]);
  expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/variant\.graphql: \d+ of \d+ fields/) });
  const parts = { host: '127.0.0.1', port: 0, log: createLogger('test', 'silent'), authenticate: null, sign: null };
  const gateway = await startSupergraphGateway({ ...parts, file: variant!, nulls: 'strict' });
  const region = '{ region(code: "31.71") { name complaints { subject issue { title } } } }';
  const { data: answer } = await ask(gateway.url, region);
  expect(answer.region.complaints[0]).toEqual({ subject: 'Air masuk rumah', issue: { title: 'Banjir Jakarta' } });
  for (const hidden of [
    `{ issue(id: "${ISSUE}") { coTimedGroups { nodes { id } } } }`,
    '{ coTimedGroup(id: "x") { id } }',
    'mutation { stopJob(id: "x") { id } }',
    'subscription { issueUpdated(issue: "x") { kind } }',
    '{ issues { nodes { ... on CoTimedGroup { id } } } }',
  ]) {
    const { data: none, errors } = await ask(gateway.url, hidden);
    expect([none, errors?.[0]?.extensions.code]).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED']);
    expect(JSON.stringify(errors)).not.toContain('Did you mean');
  }
  const shown = buildClientSchema((await ask(gateway.url, getIntrospectionQuery())).data);
  const text = readFileSync(published!, 'utf8');
  expect(printSchema(lexicographicSortSchema(shown)).match(/^(type|enum|input) \w+/gm)).toEqual(
    text.match(/^(type|enum|input) \w+/gm),
  );
  expect(text).toContain('complaints(');
  expect(text).not.toMatch(/CoTimed|Mutation|Subscription/);
  await gateway.close();
  const typo = await startJejaring(data.dataFolder, ['contract', '--supergraph', out, '--include', 'regio', ...files]);
  expect(typo).toMatchObject({ code: 2, stderr: expect.stringMatching(/BAD_PARAMETERS[\s\S]*public, regional/) });
});

test('a subgraph that does not fit is refused with subgraph and field, and nothing is written', async () => {
  rmSync(out, { force: true });
  const sdl = changed(
    'type Issue @key(fields: "id") {\n  id: ID!',
    'type Issue @key(fields: "id") {\n  title: Int\n  id: ID!',
  );
  const { code, stderr } = await compose(sdl, join(EXAMPLE, 'operations'));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^COMPOSITION_FAILED[\s\S]*Issue\.title[\s\S]*complaints[\s\S]*what to do/);
  expect(() => readFileSync(out)).toThrow();
});

test('a recorded operation that would break is named with what breaks it', async () => {
  const sdl = changed('  office: String!\n', '');
  const { code, stderr } = await compose(sdl, join(EXAMPLE, 'operations'));
  expect(code).toBe(1);
  expect(stderr).toMatch(/BREAKING_CHANGE[\s\S]*complaints-beside-an-issue\.graphql: .*"office"/);
  expect(stderr).not.toContain('dashboard.graphql');
});

test('faults of files say where', async () => {
  const broken = await compose(changed('type Region', 'type'), join(EXAMPLE, 'operations'));
  expect(broken).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/BAD_INPUT_FILE[\s\S]*changed\.graphql, line \d+/),
  });
  const none = await compose(join(EXAMPLE, 'schema.graphql'), EXAMPLE);
  expect(none.code).toBe(1);
});

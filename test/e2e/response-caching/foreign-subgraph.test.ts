import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'graphql';
import { composeSupergraph } from '#gateway/compose-supergraph.js';
import { startSupergraphGateway } from '#gateway/serve-supergraph.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { ask } from '../serve-hub/ask.js';
import { metricOf } from './callers.js';

const FOREVER = { 'cache-control': 'max-age=600, public' };

/** A subgraph of somebody else: what it answers, with which headers and status, and how often it was asked. */
const world = { headers: {} as Record<string, string>, status: 200, extra: {}, asked: 0 };
let server: Server;
let folder: string;
let file: string;
let gateway: RunningService;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    if ((await text(request)).includes('__typename')) return void response.end('{"data":{"__typename":"Query"}}');
    world.asked += 1;
    response.writeHead(world.status, { 'content-type': 'application/json', ...world.headers });
    response.end(JSON.stringify({ data: { complaints: world.asked }, ...world.extra }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  folder = mkdtempSync(join(tmpdir(), 'jejaring-caching-'));
  file = join(folder, 'supergraph.graphql');
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  Object.assign(world, { headers: FOREVER, status: 200, extra: {}, asked: 0 });
  writeSupergraph('Complaints.');
  const log = createLogger('test', 'silent');
  const parts = { file, host: '127.0.0.1', port: 0, log, nulls: 'strict' as const, authenticate: null, sign: null };
  gateway = await startSupergraphGateway(parts);
});
afterEach(() => gateway.close());

function writeSupergraph(description: string): void {
  const typeDefs = parse(`type Query { "${description}" complaints: Int }`);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  writeFileSync(file, composeSupergraph([{ name: 'complaints', typeDefs, url }]));
}

const complaints = async () => (await ask(gateway.url, '{ complaints }')).data?.complaints as number | undefined;

test('an answer is kept as long as its header says, and then asked for again', async () => {
  world.headers = { 'cache-control': 'max-age=1, public' };
  expect([await complaints(), await complaints()]).toEqual([1, 1]);
  let seen = 1;
  while (seen === 1) seen = (await complaints())!;
  expect(seen).toBe(2);
});

test.each([
  ['no header', {}, 200, {}],
  ['no-store', { 'cache-control': 'no-store' }, 200, {}],
  ['an error', FOREVER, 200, { errors: [{ message: 'half of it' }] }],
  ['a status of failure', FOREVER, 500, {}],
])('with %s nothing is kept', async (_, headers, status, extra) => {
  Object.assign(world, { headers, status, extra });
  await complaints();
  await complaints();
  expect(world.asked).toBe(2);
});

test('a changed supergraph begins with nothing kept', async () => {
  expect([await complaints(), await complaints()]).toEqual([1, 1]);
  writeSupergraph('Complaints to offices.');
  while ((await metricOf(gateway.url, 'jejaring_supergraph_reloads_total')) === 0)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect([await complaints(), await complaints()]).toEqual([2, 2]);
});

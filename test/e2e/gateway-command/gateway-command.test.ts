import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type RunningSubgraphs, runSubgraphs } from '../../conformance/harness/running-suite.js';
import { readSuites } from '../../conformance/harness/suite.js';
import { startJejaring } from '../map-command/jejaring-command.js';
import { ask } from '../serve-hub/ask.js';
import { type RunningCommand, startCommand } from './running-command.js';

const suite = readSuites().find(({ name }) => name === 'simple-key')!;
let subgraphs: RunningSubgraphs;
let gateway: RunningCommand | undefined;

beforeAll(async () => {
  subgraphs = await runSubgraphs(suite);
});
afterEach(async () => {
  gateway?.process.kill('SIGKILL');
});
afterAll(() => subgraphs.close());

async function serve(file: string): Promise<string> {
  gateway = await startCommand(['gateway', '--supergraph', file, '--no-access', '--port', '0'], {
    LOG_LEVEL: 'info',
    JEJARING_DATA: join(subgraphs.file, '..', 'data'),
  });
  return gateway.line.replace(/\/graphql$/, '');
}

const refused = (...words: string[]) => startJejaring(join(subgraphs.file, '..', 'refused'), ['gateway', ...words]);

/** Until a log or an answer says so, or the test runs out of time. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}

test('serves a supergraph, takes up a changed file, refuses a broken one and stops well', async () => {
  const good = readFileSync(subgraphs.file, 'utf8');
  const file = join(subgraphs.file, '..', 'served.graphql');
  writeFileSync(file, good);
  const url = await serve(file);
  const query = '{ people { name posts { title } } }';
  expect((await ask(url, query)).data.people[1]).toEqual({ name: 'Budi', posts: [{ title: 'Macet' }] });
  const ready = await fetch(`${url}/ready`, { headers: { 'x-request-id': 'mine' } });
  expect(await ready.json()).toEqual({ ready: true, parts: { people: 'ok', posts: 'ok', audit: 'ok' } });

  writeFileSync(file, good.slice(0, good.length / 2));
  await until(() => gateway!.log().includes('is refused'));
  expect(gateway!.log()).toMatch(/"code":"BAD_SUPERGRAPH".*Syntax Error/);
  expect((await ask(url, query)).errors).toBeUndefined();

  writeFileSync(file, good.replaceAll('  title: String!', '  title: String!\n  heading: String'));
  await until(
    async () => (await ask(url, '{ __type(name: "Post") { fields { name } } }')).data.__type.fields.length === 4,
  );
  expect(await (await fetch(`${url}/metrics`)).text()).toMatch(
    /reloads_total\{outcome="refused",service="gateway"\} 1/,
  );
  expect(gateway!.log()).not.toContain('people { name');
  expect(await gateway!.stop()).toBe(0);
});

test('a request under way ends before a stop, and a silent subgraph costs its part', async () => {
  let waiting: ServerResponse | undefined;
  const slow = createServer((request, response) => {
    request.resume();
    waiting = response;
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => slow.once('listening', resolve));
  const { port } = slow.address() as AddressInfo;
  const file = join(subgraphs.file, '..', 'slow.graphql');
  const posts = subgraphs.servers.get('posts')!.url;
  const people = subgraphs.servers.get('people')!.url;
  writeFileSync(
    file,
    readFileSync(subgraphs.file, 'utf8')
      .replace(people, `http://127.0.0.1:${port}/`)
      .replace(posts, 'http://127.0.0.1:1/'),
  );
  const url = await serve(file);
  const { data, errors } = await ask(url, '{ __typename posts { title } }');
  expect(data).toBeNull();
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', at: 'posts' });
  expect(JSON.stringify(errors)).not.toContain('127.0.0.1');
  waiting = undefined;
  const answer = ask(url, '{ people { name } }');
  await until(() => waiting !== undefined);
  const stopped = gateway!.stop();
  await until(() => gateway!.log().includes('stopping'));
  waiting!.setHeader('content-type', 'application/json').end('{"data":{"people":[{"name":"late"}]}}');
  expect((await answer).data.people).toEqual([{ name: 'late' }]);
  expect(await stopped).toBe(0);
  slow.closeAllConnections();
  slow.close();
});

const written = (name: string, text: string) => {
  const file = join(subgraphs.file, '..', name);
  writeFileSync(file, text);
  return file;
};

test.each<[string, number, RegExp, () => string[]]>([
  ['without --no-access', 2, /not configured[\s\S]*--no-access/, () => [subgraphs.file]],
  ['off loopback', 2, /BAD_CONFIGURATION[\s\S]*loopback/, () => [subgraphs.file, '--no-access', '--host', '0.0.0.0']],
  [
    'without the file',
    1,
    /BAD_INPUT_FILE: there is no such file[\s\S]*nowhere/,
    () => ['nowhere.graphql', '--no-access'],
  ],
  [
    'on a schema that is no supergraph',
    1,
    /BAD_SUPERGRAPH[\s\S]*join__Graph/,
    () => [written('plain.graphql', 'type Query { a: Int }'), '--no-access'],
  ],
])('%s it says what to do', async (_, code, says, words) => {
  const ended = await refused('--supergraph', ...words());
  expect([ended.code, ended.stderr]).toEqual([code, expect.stringMatching(says)]);
  expect(existsSync(join(subgraphs.file, '..', 'refused', 'audit.key'))).toBe(false);
});

test('says so when the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const taken = await refused('--supergraph', subgraphs.file, '--no-access', '--port', `${port}`);
  other.close();
  expect([taken.code, taken.stderr]).toEqual([
    2,
    expect.stringContaining(`port ${port}: another program listens there`),
  ]);
});

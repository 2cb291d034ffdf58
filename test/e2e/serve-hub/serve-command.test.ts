import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { compiledModule } from '#platform/package-root.js';
import { ask } from './ask.js';
import { ISSUE, makeHubData } from './hub-data.js';

const { NODE_OPTIONS: _, ...environment } = process.env;
const MAIN = compiledModule('cli/main.js');

let data: Awaited<ReturnType<typeof makeHubData>>;
let running: ChildProcess | undefined;

beforeAll(async () => {
  data = await makeHubData();
});

afterAll(() => {
  running?.kill('SIGKILL');
  data.remove();
});

/** Starts `jejaring serve` and gives the address that it prints. */
async function serve(...flags: string[]): Promise<string> {
  running = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--data', data.dataFolder, ...flags], {
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface(running.stdout!)) return line.replace(/\/graphql$/, '');
  throw new Error('it ended without an address');
}

function run(...words: string[]): Promise<{ code: number; text: string; out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...words], { env: environment }, (error, out, text) =>
      resolve({ code: Number(error?.code ?? 0), text, out }),
    );
  });
}

test('serves one process, runs the jobs that are asked for, and stops well on Ctrl-C', async () => {
  const url = await serve('--with-worker');
  const asked = await ask(
    url,
    `mutation { requestRun(issue: "${ISSUE}", parameters: { windowsSeconds: [7] }) { id } }`,
  );
  let state = 'QUEUED';
  while (state === 'QUEUED' || state === 'RUNNING') {
    await new Promise((resolve) => setTimeout(resolve, 200));
    state = (await ask(url, `{ job(id: "${asked.data.requestRun.id}") { state } }`)).data.job.state;
  }
  expect(state).toBe('DONE');
  const { nodes } = (await ask(url, '{ accounts(newsOutlet: false) { nodes { id isPublic nativeId } } }')).data
    .accounts;
  const hidden = nodes.find(({ isPublic }: { isPublic: boolean }) => !isPublic);
  expect(hidden.nativeId).toBeNull();
  const identify = `mutation ($id: ID!) { identify(account: $id, purpose: "case 12/2026") { nativeId account { id label } } }`;
  const { data: named } = await ask(url, identify, { id: hidden.id });
  expect(named.identify).toEqual({ nativeId: expect.any(String), account: { id: hidden.id, label: hidden.id } });
  const ended = new Promise((resolve) => running?.once('exit', resolve));
  running?.kill('SIGINT');
  expect(await ended).toBe(0);
  const { out } = await run('audit', 'list', '--data', data.dataFolder, '--first', '1000');
  expect(out).toMatch(new RegExp(`\tidentify\t.*\t${hidden.id}\t.*"case 12/2026"`));
  expect(out).not.toContain(named.identify.nativeId);
  expect((await run('audit', 'verify', '--data', data.dataFolder)).code).toBe(0);
}, 60_000);

test('refuses any address but loopback', async () => {
  const { code, text } = await run('serve', '--host', '0.0.0.0', '--data', data.dataFolder);
  expect(code).toBe(2);
  expect(text).toMatch(/BAD_CONFIGURATION[\s\S]*loopback/);
});

test('says so when the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, text } = await run('serve', '--port', `${port}`, '--data', data.dataFolder);
  other.close();
  expect(code).toBe(2);
  expect(text).toContain(`port ${port}: another program listens there`);
});

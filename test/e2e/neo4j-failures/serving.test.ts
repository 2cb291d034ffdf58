import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { compiledModule } from '#platform/package-root.js';
import { describeOnTestNeo4j } from '../../neo4j/describe-on-test-neo4j.js';
import { OwnServer } from '../../neo4j/own-server.js';
import { ask } from '../serve-hub/ask.js';
import { ISSUE, makeHubData } from '../serve-hub/hub-data.js';

const LIST = '{ mentions(first: 3) { nodes { id account { id } } } }';

describeOnTestNeo4j('a hub whose server goes away', () => {
  const server = new OwnServer();
  let data: Awaited<ReturnType<typeof makeHubData>>;
  let hub: ChildProcess;
  let worker: ChildProcess;
  let url: string;

  function jejaring(...words: string[]): ChildProcess {
    const { NODE_OPTIONS: _, ...env } = process.env;
    const main = [compiledModule('cli/main.js'), ...words, '--data', data.dataFolder];
    return spawn(process.execPath, main, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  }

  beforeAll(async () => {
    await server.start();
    data = await makeHubData();
    worker = jejaring('worker', '--poll', '1');
    hub = jejaring('serve', '--port', '0');
    for await (const line of createInterface(hub.stdout!)) {
      url = line.replace(/\/graphql$/, '');
      break;
    }
  });
  afterAll(async () => {
    hub?.kill('SIGKILL');
    worker?.kill('SIGKILL');
    await server.remove();
    data?.remove();
  });

  test('that is frozen: says STORE_UNAVAILABLE, is not ready, and recovers by itself', async () => {
    const before = await ask(url, LIST);
    expect(before.errors).toBeUndefined();
    server.freeze();
    // More at once than there are connections.
    const answers = await Promise.all(Array.from({ length: 25 }, () => ask(url, LIST)));
    for (const { data: none, errors } of answers)
      expect([none, errors?.[0]?.extensions.code]).toEqual([undefined, 'STORE_UNAVAILABLE']);
    expect((await fetch(`${url}/ready`)).status).toBe(503);
    server.thaw();
    while ((await fetch(`${url}/ready`)).status !== 200) await pause(200);
    expect(await ask(url, LIST)).toEqual(before);
    expect([worker.exitCode, hub.exitCode]).toEqual([null, null]);
  });

  test('says STORE_UNAVAILABLE and is not ready meanwhile, and recovers by itself, as the worker does', async () => {
    const before = await ask(url, LIST);
    expect(before.errors).toBeUndefined();
    await server.kill9();
    for (let time = 0; time < 3; time += 1) {
      const { data: none, errors } = await ask(url, LIST);
      expect([none, errors?.[0]?.extensions.code]).toEqual([undefined, 'STORE_UNAVAILABLE']);
      expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONN|Failed to connect/);
    }
    const ready = await fetch(`${url}/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ ready: false, parts: { store: 'no answer' } });
    await server.start();
    while ((await fetch(`${url}/ready`)).status !== 200) await pause(200);
    expect(await ask(url, LIST)).toEqual(before);
    const asked = await ask(
      url,
      `mutation { requestRun(issue: "${ISSUE}", parameters: { windowsSeconds: [9] }) { id } }`,
    );
    let state = 'QUEUED';
    while (state === 'QUEUED' || state === 'RUNNING') {
      await pause(200);
      state = (await ask(url, `{ job(id: "${asked.data.requestRun.id}") { state } }`)).data.job.state;
    }
    expect([state, worker.exitCode, hub.exitCode]).toEqual(['DONE', null, null]);
  });
});

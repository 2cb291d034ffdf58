import { startHub } from '#cli/serve/start-hub.js';
import type { Store } from '#domain/ports/store.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { openStore } from '#store/open-store.js';
import { ask } from './ask.js';
import { ISSUE, makeHubData } from './hub-data.js';

let data: Awaited<ReturnType<typeof makeHubData>>;
let store: Store;
let hub: RunningService;

beforeAll(async () => {
  data = await makeHubData();
  store = await openStore(data);
  hub = await startHub(store, { host: '127.0.0.1', port: 0 }, createLogger('test', 'silent'));
});

afterAll(async () => {
  await hub.close();
  await store.close();
  data.remove();
});

test('a run can be asked for and stopped, the same request is one job', async () => {
  const request = `mutation { requestRun(issue: "${ISSUE}", parameters: { mode: COMPATIBLE, windowSeconds: 10 }) { id state parameters { windowSeconds minWeight } } }`;
  const first = await ask(hub.url, request);
  expect(first.data.requestRun).toMatchObject({ state: 'QUEUED', parameters: { windowSeconds: 10, minWeight: 2 } });
  expect((await ask(hub.url, request)).data).toEqual(first.data);
  const { id } = first.data.requestRun;
  const stopped = await ask(hub.url, `mutation { stopJob(id: "${id}") { state run { id } issue { title } } }`);
  expect(stopped.data.stopJob).toEqual({ state: 'STOPPED', run: null, issue: { title: 'Banjir Jakarta' } });
});

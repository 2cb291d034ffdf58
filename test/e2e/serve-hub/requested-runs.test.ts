import { ask } from './ask.js';
import { ISSUE } from './hub-data.js';
import { type RunningHub, runningHub } from './running-hub.js';

let hub: RunningHub;

beforeAll(async () => {
  hub = await runningHub();
});

afterAll(() => hub.stop());

test('a run can be asked for and stopped, the same request is one job', async () => {
  const request = `mutation { requestRun(issue: "${ISSUE}", parameters: { mode: COMPATIBLE, windowSeconds: 10 }) { id state parameters { windowSeconds minWeight } } }`;
  const first = await ask(hub.url, request);
  expect(first.data.requestRun).toMatchObject({ state: 'QUEUED', parameters: { windowSeconds: 10, minWeight: 2 } });
  expect((await ask(hub.url, request)).data).toEqual(first.data);
  const { id } = first.data.requestRun;
  const stopped = await ask(hub.url, `mutation { stopJob(id: "${id}") { state run { id } issue { title } } }`);
  expect(stopped.data.stopJob).toEqual({ state: 'STOPPED', run: null, issue: { title: 'Banjir Jakarta' } });
});

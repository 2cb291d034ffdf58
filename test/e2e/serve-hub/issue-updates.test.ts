import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startHub } from '#cli/serve/start-hub.js';
import { startWorker } from '#cli/serve/start-worker.js';
import type { MentionRecord } from '#domain/ingest-record.js';
import type { Store } from '#domain/ports/store.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { packageFile } from '#platform/package-root.js';
import { openStore } from '#store/open-store.js';
import { importMentions } from '../../builders/import-rows.js';
import { accountRecord, mentionRecord } from '../../builders/records.js';
import { type Answer, ask } from './ask.js';
import { countingStore } from './counting-store.js';
import { follow, nextOf } from './follow.js';
import { ISSUE, makeHubData } from './hub-data.js';

const FOLLOW = `subscription { issueUpdated(issue: "${ISSUE}") {
  kind
  issue { title mentionCount spread { run { id } cascadeCount } }
  job { id state progress { stage done total share } run { id } }
  run { id state }
} }`;
const REPOSTS = 10_000;
const STAGES = ['EXTRACT', 'MAP', 'DETECT', 'SCORE', 'REPORT', 'WRITE_BACK'];
const log = createLogger('test', 'silent');

let data: Awaited<ReturnType<typeof makeHubData>>;
let store: Store;
let hub: RunningService;
let calls: string[];

beforeAll(async () => {
  data = await makeHubData();
  store = await openStore(data);
  await importMentions(store, manyReposts());
  const counted = countingStore(store);
  calls = counted.calls;
  hub = await startHub(counted.store, { host: '127.0.0.1', port: 0 }, log);
});

afterAll(async () => {
  await hub.close();
  await store.close();
  data.remove();
});

/** A run over the few mentions of the hub would be over between two looks. */
function manyReposts(): MentionRecord[] {
  return Array.from({ length: REPOSTS }, (_, n) =>
    mentionRecord(`many${n}`, {
      account: accountRecord(`many${n % 500}`),
      kind: 'REPOST',
      parentNativeId: `post${n % 6}`,
      minute: (n * 37) % 10_007,
    }),
  );
}

const opened: AsyncIterableIterator<Answer>[] = [];

/** Hung up at the end of the test, however it ends. */
function followHub(query: string, variables?: Record<string, unknown>): AsyncIterableIterator<Answer> {
  const events = follow(hub.url, query, variables);
  opened.push(events);
  return events;
}

afterEach(async () => {
  for (const events of opened.splice(0)) await events.return?.();
});

const openNow = async () =>
  /^jejaring_subscriptions\{.*\} (\d+)$/m.exec(await (await fetch(`${hub.url}/metrics`)).text())?.[1];

/** Waits until the hub has noticed that its clients are gone. */
async function untilNoneIsOpen(): Promise<void> {
  while ((await openNow()) !== '0') await sleep(20);
}

async function readUntil(events: AsyncIterator<Answer>, kind: string) {
  const seen = [];
  do {
    const { data: answer, errors } = await nextOf(events);
    expect(errors).toBeUndefined();
    seen.push(answer.issueUpdated);
  } while (seen.at(-1).kind !== kind);
  return seen;
}

test('a client follows a run from the request to its end, in order', async () => {
  const events = followHub(FOLLOW);
  const [current] = await readUntil(events, 'CURRENT');
  expect(current).toMatchObject({ issue: { title: 'Banjir Jakarta' }, job: null, run: { state: 'DONE' } });
  const { requestRun } = (
    await ask(hub.url, `mutation { requestRun(issue: "${ISSUE}", parameters: { shuffledCopies: 1000 }) { id } }`)
  ).data;
  const [queued] = await readUntil(events, 'JOB_QUEUED');
  expect(queued.job).toMatchObject({ id: requestRun.id, state: 'QUEUED', progress: null, run: null });
  // The worker writes into the store by a connection of its own, and maps in a thread.
  const workers = await openStore(data);
  const worker = startWorker(workers, data.dataFolder, log);
  const seen = await readUntil(events, 'JOB_ENDED');
  await worker.close();
  await workers.close();

  const kinds = seen.map(({ kind }) => kind).filter((kind) => kind !== 'JOB_PROGRESS');
  expect(kinds).toEqual(['RUN_STARTED', 'RUN_ENDED', 'JOB_ENDED']);
  const progress = seen.filter(({ kind }) => kind === 'JOB_PROGRESS').map(({ job }) => job);
  expect(progress.length).toBeGreaterThan(1);
  for (const { id, state } of progress) expect({ id, state }).toEqual({ id: requestRun.id, state: 'RUNNING' });
  const steps = progress.flatMap((job) => job.progress ?? []);
  const places = steps.map(({ stage }) => STAGES.indexOf(stage));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  for (const { done, total, share } of steps) expect(share).toEqual(total > 0 ? done / total : null);
  const ended = seen.at(-1);
  expect(ended.job.state).toBe('DONE');
  // What other parts add to the issue is as new as the event.
  expect(ended.issue.spread).toEqual({ run: ended.job.run, cascadeCount: current.issue.spread.cascadeCount });
  expect(seen.at(-2)).toMatchObject({ kind: 'RUN_ENDED', run: { id: ended.job.run.id, state: 'DONE' } });
}, 120_000);

test('mentions that another process adds are told, with the new count', async () => {
  const events = followHub(FOLLOW);
  const [current] = await readUntil(events, 'CURRENT');
  const other = await openStore(data);
  await importMentions(other, [mentionRecord('late', { text: 'Banjir lagi' })]);
  await other.close();
  const [changed] = await readUntil(events, 'ISSUE_CHANGED');
  expect(changed.issue.mentionCount).toBe(current.issue.mentionCount + 1);
}, 60_000);

test('many clients cost one look, and none once they hung up', async () => {
  await untilNoneIsOpen();
  const followers = Array.from({ length: 20 }, () => followHub(FOLLOW));
  for (const events of followers) await readUntil(events, 'CURRENT');
  expect(await openNow()).toBe('20');
  calls.length = 0;
  const started = performance.now();
  const looks = () => calls.filter((call) => call === 'jobs.page').length;
  while (looks() < 3) await sleep(20);
  // A look comes half a second after the one before at the earliest; a slow store makes them fewer.
  expect(looks()).toBeLessThanOrEqual((performance.now() - started) / 500 + 2);
  for (const events of followers) await events.return?.();
  await untilNoneIsOpen();
  do {
    calls.length = 0;
    await sleep(1200);
  } while (calls.length > 0);
}, 60_000);

test.each([
  ['an unknown issue', 'subscription { issueUpdated(issue: "gempa") { kind } }', 'NOT_FOUND'],
  [
    'events that are too large',
    `subscription { issueUpdated(issue: "${ISSUE}") { issue { coTimedGroups(first: 500) { nodes { members(first: 500) { nodes { id } } } } } } }`,
    'OPERATION_TOO_COSTLY',
  ],
  [
    'one that is too deep',
    `subscription { issueUpdated(issue: "${ISSUE}") { ${'issue { runs { nodes { '.repeat(6)} id ${'} } } '.repeat(6)} } }`,
    'BAD_USER_INPUT',
  ],
])('%s is refused with a code, and nothing stays open', async (_, query, code) => {
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const text = await response.text();
  expect(text).toMatch(/event: next\ndata: .*\n\nevent: complete\n/);
  const [, event] = /^data: (.*)$/m.exec(text)!;
  expect(JSON.parse(event!)).toMatchObject({ errors: [{ extensions: { code } }] });
  await untilNoneIsOpen();
});

test('the example of docs/api.md is followed as it stands there', async () => {
  const [, body] = /^curl -N .* -d '(\{[\s\S]*?\n\})'$/m.exec(readFileSync(packageFile('docs/api.md'), 'utf8'))!;
  const { query } = JSON.parse(body!) as { query: string };
  const events = followHub(query, { id: ISSUE });
  const [current] = await readUntil(events, 'CURRENT');
  expect(current).toMatchObject({ issue: { title: 'Banjir Jakarta' }, run: { state: 'DONE' } });
});

test('a hub that stops ends its subscriptions with a complete event', async () => {
  const other = await startHub(store, { host: '127.0.0.1', port: 0 }, log);
  const response = await fetch(`${other.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: FOLLOW }),
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('CURRENT')) text += (await reader.read()).value;
  const started = performance.now();
  const closed = other.close();
  for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
  await closed;
  expect(text).toMatch(/event: complete\n/);
  expect(performance.now() - started).toBeLessThan(5000);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Progress } from '#domain/run.js';
import { runParameters } from '#domain/run-parameters.js';
import { errorOf, failureOf } from '#platform/thread-failure.js';
import { openStore } from '#store/open-store.js';
import { FLOOD_ISSUE, floodMentions } from '../../test/builders/flood-issue.js';
import { importMentions } from '../../test/builders/import-rows.js';
import { unusedDataFolder } from '../../test/neo4j/unused-data-folder.js';
import { mapIssue } from './map-issue.js';

let dataFolder: string;

beforeAll(async () => {
  dataFolder = await unusedDataFolder(await mkdtemp(join(tmpdir(), 'jejaring-map-')));
  const store = await openStore({ dataFolder });
  await importMentions(store, floodMentions());
  await store.issues.create(FLOOD_ISSUE);
  await store.close();
});
afterAll(() => rm(dataFolder, { recursive: true }));

const parameters = runParameters({ shuffledCopies: 2 });

test('maps in a thread, tells of each stage, and this thread goes on', async () => {
  const seen: Progress[] = [];
  let ticks = 0;
  const ticking = setInterval(() => {
    ticks += 1;
  }, 1);
  const run = await mapIssue({ dataFolder, issueId: 'banjir', parameters, onProgress: (one) => seen.push(one) });
  clearInterval(ticking);
  expect(run.state).toBe('DONE');
  const stages = [...new Set(seen.map(({ stage }) => stage))];
  expect(stages).toEqual(['extract', 'map', 'detect', 'score', 'report', 'write-back']);
  expect(seen.at(-1)!.done).toBe(seen.at(-1)!.total);
  expect(ticks).toBeGreaterThan(10);
});

test('codes, places and hints of errors cross from the thread', async () => {
  await expect(mapIssue({ dataFolder, issueId: 'gempa', parameters })).rejects.toMatchObject({
    name: 'CodedError',
    code: 'NOT_FOUND',
    at: 'issue',
    hint: expect.stringContaining('jejaring issue'),
  });
});

test('an abort leaves the run STOPPED, and it can be started again', async () => {
  const controller = new AbortController();
  const slow = { ...parameters, shuffledCopies: 1000 };
  const stopped = mapIssue({
    ...{ dataFolder, issueId: 'banjir', parameters: slow, signal: controller.signal },
    onProgress: ({ stage }) => {
      if (stage === 'score') controller.abort();
    },
  });
  await expect(stopped).rejects.toMatchObject({ code: 'STOPPED' });
  const store = await openStore({ dataFolder });
  const newest = (await store.runs.page('banjir', { first: 1, after: null })).items[0]!.node;
  await store.close();
  expect(newest).toMatchObject({ state: 'STOPPED', parameters: { shuffledCopies: 1000 } });
});

test('a signal that was aborted before stops at once', async () => {
  const aborted = mapIssue({ dataFolder, issueId: 'banjir', parameters, signal: AbortSignal.abort() });
  await expect(aborted).rejects.toMatchObject({ code: 'STOPPED', at: 'extract' });
});

test('errors that are not ours keep their words for the log, and no code', () => {
  const crossed = errorOf(failureOf(new TypeError('x is not a function')));
  expect(crossed.message).toBe('x is not a function');
  expect(crossed).not.toHaveProperty('code');
});

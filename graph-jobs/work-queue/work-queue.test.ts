import { CodedError } from '#domain/errors/coded-error.js';
import type { Store } from '#domain/ports/store.js';
import { DEFAULT_RUN_PARAMETERS } from '#domain/run.js';
import { createLogger } from '#platform/logger.js';
import { FLOOD_ISSUE, floodMentions } from '../../test/builders/flood-issue.js';
import { importMentions } from '../../test/builders/import-rows.js';
import { withTemporaryStore } from '../../test/builders/temporary-store.js';
import { runPipeline } from '../pipeline.js';
import type { MapIssue } from './run-job.js';
import { workQueue } from './work-queue.js';

const parameters = { ...DEFAULT_RUN_PARAMETERS, shuffledCopies: 1 };

const withFlood = (work: (store: Store) => Promise<void>) =>
  withTemporaryStore(async (store) => {
    await importMentions(store, floodMentions());
    await store.issues.create(FLOOD_ISSUE);
    await work(store);
  });

const worker = (store: Store, mapIssue: MapIssue, more: { signal?: AbortSignal; once?: boolean; leaseMs?: number }) =>
  workQueue({
    ...{ jobs: store.jobs, mapIssue, worker: 'test', leaseMs: 10_000, pollMs: 5 },
    ...{ log: createLogger('test', 'silent'), signal: new AbortController().signal, ...more },
  });

/** The real pipeline, in this thread. */
const mapping =
  (store: Store): MapIssue =>
  ({ issueId, onProgress, signal }) =>
    runPipeline(
      store,
      { issueId, parameters, codeVersion: 'test' },
      { onProgress: (progress) => onProgress?.(progress), stopRequested: () => signal?.aborted === true },
    );

test('works off the queue and names the run of each job', async () => {
  await withFlood(async (store) => {
    const job = await store.jobs.request('banjir', parameters);
    await worker(store, mapping(store), { once: true });
    const [done] = await store.jobs.get([job.id]);
    expect(done).toMatchObject({ state: 'DONE', error: null });
    expect(await store.runs.latest(['banjir'])).toMatchObject([{ id: done!.runId }]);
  });
});

test('a job that fails is told of, and the next one runs', async () => {
  await withFlood(async (store) => {
    const bad = await store.jobs.request('banjir', parameters);
    const worse = await store.jobs.request('banjir', { ...parameters, seed: 2 });
    const good = await store.jobs.request('banjir', { ...parameters, seed: 3 });
    const failures = [new CodedError('BAD_PARAMETERS', 'too many pairs'), new Error('/secret: disk full')];
    const mapIssue: MapIssue = async (order) => {
      const failure = failures.shift();
      if (failure) throw failure;
      return mapping(store)(order);
    };
    await worker(store, mapIssue, { once: true });
    expect(await store.jobs.get([bad.id, worse.id, good.id])).toMatchObject([
      { state: 'FAILED', error: 'BAD_PARAMETERS: too many pairs' },
      { state: 'FAILED', error: expect.not.stringContaining('secret') },
      { state: 'DONE' },
    ]);
  });
});

test('each stage is written down as it begins, with no lease running out', async () => {
  await withFlood(async (store) => {
    const job = await store.jobs.request('banjir', parameters);
    const written: unknown[] = [];
    const mapIssue: MapIssue = async (order) => {
      for (const stage of ['extract', 'map', 'score'] as const) {
        order.onProgress?.({ stage, done: 1, total: 2 });
        await new Promise((resolve) => setTimeout(resolve, 5));
        written.push((await store.jobs.get([job.id]))[0]!.progress);
      }
      return mapping(store)({ ...order, onProgress: () => undefined });
    };
    await worker(store, mapIssue, { once: true, leaseMs: 3_600_000 });
    expect(written).toEqual(['extract', 'map', 'score'].map((stage) => ({ stage, done: 1, total: 2 })));
  });
});

/** Runs until its signal aborts. */
const endless: MapIssue = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal!.addEventListener('abort', () => reject(new CodedError('STOPPED', 'stopped')), { once: true });
  });

test('asked to stop, the worker leaves its job to the next one', async () => {
  await withFlood(async (store) => {
    const job = await store.jobs.request('banjir', parameters);
    const controller = new AbortController();
    const stopping: MapIssue = (order) => {
      setTimeout(() => controller.abort(), 5);
      return endless(order);
    };
    await worker(store, stopping, { signal: controller.signal, leaseMs: 1 });
    expect(await store.jobs.get([job.id])).toMatchObject([{ state: 'RUNNING' }]);
    await worker(store, mapping(store), { once: true });
    expect(await store.jobs.get([job.id])).toMatchObject([{ state: 'DONE' }]);
  });
});

test('a job that somebody stops is stopped while it runs, and closed', async () => {
  await withFlood(async (store) => {
    const job = await store.jobs.request('banjir', parameters);
    const mapIssue: MapIssue = async (order) => {
      await store.jobs.stop(job.id);
      return endless(order);
    };
    await worker(store, mapIssue, { once: true, leaseMs: 40 });
    expect(await store.jobs.get([job.id])).toMatchObject([{ state: 'STOPPED', runId: null }]);
  });
});

test('a queue out of reach is tried again', async () => {
  await withFlood(async (store) => {
    const controller = new AbortController();
    const job = await store.jobs.request('banjir', parameters);
    let calls = 0;
    const claim = async (name: string, leaseMs: number) => {
      calls += 1;
      if (calls < 3) throw new CodedError('STORE_UNAVAILABLE', 'away');
      if (calls > 3) controller.abort();
      return store.jobs.claim(name, leaseMs);
    };
    const shaky = new Proxy(store.jobs, {
      get: (jobs, name) => (name === 'claim' ? claim : Reflect.get(jobs, name, jobs).bind(jobs)),
    });
    await worker({ ...store, jobs: shaky }, mapping(store), { signal: controller.signal });
    expect(await store.jobs.get([job.id])).toMatchObject([{ state: 'DONE' }]);
  });
});

import { parentPort, workerData } from 'node:worker_threads';
import type { Run } from '#domain/run.js';
import { codeVersion } from '#platform/package-root.js';
import { failureOf } from '#platform/thread-failure.js';
import { openStore } from '#store/open-store.js';
import { dropAbandonedRuns } from './abandoned-runs.js';
import type { WorkMessage, WorkOrder } from './map-issue/worker-messages.js';
import { runPipeline } from './pipeline.js';
import type { Watcher } from './stage-watch.js';

// More often is no use to anybody who watches, and each message wakes the process that serves.
const MILLISECONDS_BETWEEN_PROGRESS = 50;

if (parentPort === null) throw new Error('graph-jobs/main.js is the entry of a worker thread; use mapIssue()');
const tell = (message: WorkMessage) => parentPort?.postMessage(message);

await mapAsOrdered(workerData as WorkOrder);

async function mapAsOrdered(order: WorkOrder): Promise<void> {
  try {
    tell({ type: 'done', run: await mapInStore(order) });
  } catch (error) {
    tell({ type: 'failed', failure: failureOf(error) });
  }
}

async function mapInStore({ dataFolder, issueId, parameters, stopFlag }: WorkOrder): Promise<Run> {
  const store = await openStore({ dataFolder, existing: true });
  try {
    await dropAbandonedRuns(store.runs);
    return await runPipeline(store, { issueId, parameters, codeVersion: codeVersion() }, watcher(stopFlag));
  } finally {
    await store.close();
  }
}

function watcher(stopFlag: SharedArrayBuffer): Watcher {
  const flag = new Int32Array(stopFlag);
  let last = { stage: '', at: 0 };
  return {
    onProgress(progress) {
      const now = performance.now();
      const ends = progress.total > 0 && progress.done === progress.total;
      if (!ends && progress.stage === last.stage && now - last.at < MILLISECONDS_BETWEEN_PROGRESS) return;
      last = { stage: progress.stage, at: now };
      tell({ type: 'progress', progress });
    },
    stopRequested: () => Atomics.load(flag, 0) !== 0,
  };
}

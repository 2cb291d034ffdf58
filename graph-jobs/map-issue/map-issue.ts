import type { Progress, Run, RunParameters } from '#domain/run.js';
import { errorOf } from '#platform/thread-failure.js';
import { workerThread } from '#platform/worker-thread.js';
import type { WorkMessage, WorkOrder } from './worker-messages.js';

export interface MapIssueOptions {
  readonly dataFolder: string;
  readonly issueId: string;
  readonly parameters: RunParameters;
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the run between two slices of work; it is left STOPPED. */
  readonly signal?: AbortSignal;
}

/**
 * Maps an issue in a worker thread that opens the store itself, so that the calling process goes on serving. Throws what
 * the pipeline throws, codes kept; STOPPED after an abort.
 */
export async function mapIssue({ onProgress, signal, ...order }: MapIssueOptions): Promise<Run> {
  const stopFlag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const stop = () => Atomics.store(new Int32Array(stopFlag), 0, 1);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await runInThread({ ...order, stopFlag }, onProgress);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

function runInThread(order: WorkOrder, onProgress: MapIssueOptions['onProgress']): Promise<Run> {
  const worker = workerThread('graph-jobs/main.js', { workerData: order, name: 'jejaring-map' });
  return new Promise((resolve, reject) => {
    worker.on('message', (message: WorkMessage) => {
      if (message.type === 'progress') onProgress?.(message.progress);
      if (message.type === 'done') resolve(message.run);
      if (message.type === 'failed') reject(errorOf(message.failure));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the mapping thread ended with code ${code} and no result`)));
  });
}

import type { Worker } from 'node:worker_threads';
import { CodedError } from '#domain/errors/coded-error.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { workerThread } from '#platform/worker-thread.js';
import { performed, type ThreadResult, type ThreadTask } from './thread-task.js';
import type { ThreadAnswer } from './worker.js';

const PARTS = 1000;

export interface ThreadOptions {
  readonly onProgress?: ProgressListener;
  /** Ends the threads at once; STOPPED is then thrown. A task in this thread is done first: nothing is heard meanwhile. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Performs tasks in so many threads besides this one, or, where it is 0, in this one. Results come in the order of the
 * tasks, whichever is done first: the number of threads changes nothing but the time.
 */
export async function inThreads<Task extends ThreadTask>(
  tasks: readonly Task[],
  threads: number,
  { onProgress = () => undefined, signal }: ThreadOptions = {},
): Promise<ThreadResult<Task>[]> {
  const parts = new Float64Array(tasks.length);
  const heard = (task: number, done: number, total: number) => {
    if (signal?.aborted) throw stopped();
    parts[task] = total === 0 ? 0 : done / total;
    onProgress(Math.floor(parts.reduce((sum, part) => sum + part, 0) * PARTS), tasks.length * PARTS);
  };
  if (threads === 0) {
    return tasks.map((task, i) => {
      const result = performed(task, (done, total) => heard(i, done, total));
      heard(i, 1, 1);
      return result;
    });
  }
  return await spread(tasks, Math.min(threads, tasks.length), heard, signal);
}

async function spread<Task extends ThreadTask>(
  tasks: readonly Task[],
  threads: number,
  heard: (task: number, done: number, total: number) => void,
  signal: AbortSignal | undefined,
): Promise<ThreadResult<Task>[]> {
  const results: ThreadResult<Task>[] = new Array(tasks.length);
  const workers = Array.from({ length: threads }, () => workerThread('graph-jobs/detect/calibrated/threads/worker.js'));
  let next = 0;
  const work = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      let own = -1;
      const take = () => {
        if (next === tasks.length) return resolve();
        own = next++;
        worker.postMessage(tasks[own]);
      };
      worker.on('message', (answer: ThreadAnswer) => {
        try {
          if (answer.type === 'progress') return heard(own, answer.done, answer.total);
          results[own] = answer.result as ThreadResult<Task>;
          heard(own, 1, 1);
          take();
        } catch (error) {
          reject(error);
        }
      });
      worker.once('error', reject);
      take();
    });
  let stop = () => {};
  const stopping = new Promise<never>((_, reject) => {
    stop = () => reject(stopped());
  });
  // One listener for all threads, and none left: Node warns of the eleventh on a signal.
  signal?.addEventListener('abort', stop);
  try {
    await Promise.race([Promise.all(workers.map(work)), stopping]);
    return results;
  } finally {
    signal?.removeEventListener('abort', stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function stopped(): CodedError {
  return new CodedError('STOPPED', 'the detection was stopped on request', {
    at: 'detect',
    hint: 'nothing was written; run it again',
  });
}

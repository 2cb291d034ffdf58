import { parentPort } from 'node:worker_threads';
import { performed, type ThreadTask } from './thread-task.js';

/** What the thread answers: how far it has come, or what came out. An error ends the thread. */
export type ThreadAnswer =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'result'; readonly result: unknown };

// The thread behind DetectThreads: one task after the other, on memory that all threads share.
if (parentPort === null) throw new Error('worker.js is the entry of a worker thread; use DetectThreads');
const tell = (answer: ThreadAnswer) => parentPort?.postMessage(answer);

parentPort.on('message', (task: ThreadTask) => {
  const result = performed(task, (done, total) => tell({ type: 'progress', done, total }));
  tell({ type: 'result', result });
});

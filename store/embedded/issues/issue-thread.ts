import type { Issue, NewIssue } from '#domain/issue.js';
import { errorOf, type Failure } from '#platform/thread-failure.js';
import { workerThread } from '#platform/worker-thread.js';

export interface IssueOrder {
  readonly file: string;
  readonly issue: NewIssue;
}

export type IssueAnswer = { readonly created: Issue } | { readonly failure: Failure };

/** Makes an issue in a thread with a connection of its own: all stored mentions are matched, and a server has others to serve. */
export function createInThread(order: IssueOrder): Promise<Issue> {
  const worker = workerThread('store/embedded/issues/issue-worker.js', { workerData: order, name: 'jejaring-issue' });
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: IssueAnswer) =>
      'created' in answer ? resolve(answer.created) : reject(errorOf(answer.failure)),
    );
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that makes an issue ended with code ${code}`)));
  });
}

import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from '#platform/thread-failure.js';
import { Database } from '../database.js';
import { Platforms } from '../platforms.js';
import { IssueColumns } from './issue-columns.js';
import { IssueMembership } from './issue-membership.js';
import { EmbeddedIssueStore } from './issue-store.js';
import type { IssueAnswer, IssueOrder } from './issue-thread.js';

// The thread behind createInThread.
parentPort?.postMessage(await answer(workerData as IssueOrder));

async function answer({ file, issue }: IssueOrder): Promise<IssueAnswer> {
  const database = new Database(file);
  try {
    const platforms = new Platforms(database);
    const membership = new IssueMembership(database, platforms);
    const columns = new IssueColumns(database, platforms);
    const store = new EmbeddedIssueStore({ database, membership, columns, now: Date.now });
    return { created: await store.create(issue) };
  } catch (error) {
    return { failure: failureOf(error) };
  } finally {
    database.close();
  }
}

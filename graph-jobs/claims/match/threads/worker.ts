import { parentPort, workerData } from 'node:worker_threads';
import { ClaimMatcher } from '../claim-matcher.js';
import { matchedBatch } from '../matched-batch.js';
import type { TextRow } from '../texts-reader.js';
import type { MatchWork } from './match-batches.js';

// A thread behind matchBatches: it has an index of its own, and takes one batch after the other.
if (parentPort === null) throw new Error('worker.js is the entry of a worker thread; use matchBatches');
const { claims, options } = workerData as MatchWork;
const matcher = new ClaimMatcher(claims);

parentPort.on('message', (rows: readonly TextRow[]) => {
  parentPort?.postMessage(matchedBatch(matcher, rows, options));
});

import type { TransferredDocument, TransferredRun } from '#domain/transfer/transfer-records.js';
import { PUT_RUN } from '../runs/run-store.cypher.js';
import { PUT_DOCUMENT } from '../runs/write-run-results.cypher.js';
import { countBy, type KindTransfer, readSlice } from './kind-transfer.js';
import { COUNT_DOCUMENTS, COUNT_RUNS, READ_DOCUMENTS, READ_RUNS } from './runs.cypher.js';

/** A document may have megabytes. */
const DOCUMENTS = 4;

export const runTransfer: KindTransfer<'runs'> = {
  count: (cypher) => countBy(cypher, COUNT_RUNS),
  read: (cypher, after) =>
    readSlice<'runs', TransferredRun>(
      cypher,
      READ_RUNS,
      { after: after?.[0] ?? '', rows: 1_000 },
      (run) => ({
        id: run.id,
        issueId: run.issueId,
        queryVersion: run.queryVersion,
        state: run.state,
        inputHash: run.inputHash,
        parameters: run.parameters,
        engineReason: run.engineReason ?? null,
        codeVersion: run.codeVersion,
        counts: run.counts,
        timings: run.timings,
        startedAt: run.startedAt,
        finishedAt: run.finishedAt ?? null,
        error: run.error ?? null,
        spreadKept: run.spreadKept,
      }),
      ({ id }) => [id],
    ),
  write: async (cypher, records) => {
    for (const run of records) await cypher.run(PUT_RUN, { run });
  },
};

export const documentTransfer: KindTransfer<'documents'> = {
  count: (cypher) => countBy(cypher, COUNT_DOCUMENTS),
  read: (cypher, after) =>
    readSlice<'documents', TransferredDocument>(
      cypher,
      READ_DOCUMENTS,
      { after: after?.[0] ?? '', rows: DOCUMENTS },
      (record) => record,
      ({ runId }) => [runId],
    ),
  write: async (cypher, records) => {
    for (const { runId, document } of records) await cypher.run(PUT_DOCUMENT, { runId, document });
  },
};

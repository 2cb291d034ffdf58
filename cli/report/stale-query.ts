import type { ReportInput } from '#graph-jobs/report/html/report-input.js';

/** On stderr, so that a script that reads the answer still can. */
export function warnIfStale({ document, queryVersion }: Pick<ReportInput, 'document' | 'queryVersion'>): void {
  const { id, queryVersion: ofRun } = document.issue;
  if (ofRun >= queryVersion) return;
  console.error(
    `run ${document.runId} used version ${ofRun} of the query, which is now at version ${queryVersion}: run "jejaring map ${id}" for figures of the present query`,
  );
}

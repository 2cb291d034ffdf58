import { join } from 'node:path';
import { readMapping } from '#graph-jobs/ingest/formats/csv-mapping.js';
import { BATCH_ROWS, importFile } from '#graph-jobs/ingest/import-file.js';
import { openStore } from '#store/open-store.js';
import type { Measured } from './measured.js';

/** Our import as the command does it, from the file to the store, in seconds of wall time. */
export async function importRows(file: string, mapping: string, folder: string): Promise<Measured> {
  const started = performance.now();
  const store = await openStore({ dataFolder: folder });
  const { session } = await importFile(store.ingest, {
    path: file,
    format: 'csv',
    options: { now: Date.now(), mapping: readMapping(mapping) },
    resume: false,
    rejectsPath: join(folder, 'rejects.ndjson'),
    batchRows: BATCH_ROWS,
  });
  await store.close();
  return { rows: session.counts.added, seconds: (performance.now() - started) / 1000 };
}

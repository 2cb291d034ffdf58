import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RejectedRow } from '#domain/ingest-record.js';
import type { BatchOutcome, ImportCheckpoint, IngestStore } from '#domain/ports/ingest-store.js';
import { mentionRecord, mentionRows } from '../../test/builders/records.js';
import { RejectsFile } from './rejects-file.js';
import { writeBatch } from './write-batch.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-write-batch-'));
afterAll(() => rmSync(folder, { recursive: true }));

const refused = (line: number): RejectedRow => ({ line, field: 'nativeId', reason: 'refused' });

/** Tries each batch as often as told, with these refusals, as a store does whose transactions are tried again. */
function retrying(batches: RejectedRow[][][], checkpoints: ImportCheckpoint[]): IngestStore {
  const counts = { added: 0, updated: 0, unchanged: 0, accountsAdded: 0, accountsUpdated: 0 };
  const write: IngestStore['write'] = async (_id, _rows, checkpoint, before) => {
    await before;
    let outcome: BatchOutcome = { ...counts, rejected: [] };
    let last: ImportCheckpoint | undefined;
    for (const rejected of batches.shift()!) {
      outcome = { ...counts, rejected };
      last = checkpoint(outcome);
    }
    checkpoints.push(last!);
    return outcome;
  };
  return { write } as IngestStore;
}

test('batches handed over at once and tried again leave their rejects once', async () => {
  const path = join(folder, 'rejects');
  const rejects = new RejectsFile(path, 0);
  const checkpoints: ImportCheckpoint[] = [];
  const store = retrying([[[refused(1)]], [[refused(3), refused(4)], [refused(3)]], [[refused(5)], []]], checkpoints);
  let reached = Promise.resolve({ rows: 0, rejected: 0, rejectsBytes: 0 });
  for (const line of [1, 3, 5]) {
    const rows = mentionRows([mentionRecord(String(line)), mentionRecord(String(line + 1))], line);
    const batch = rows.map((row) => ({ row, raw: `raw ${row.line}` }));
    reached = writeBatch(store, 1, batch, rejects, reached);
  }
  const { rows, rejected } = await reached;
  rejects.close();
  const text = readFileSync(path, 'utf8');
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).line),
  ).toEqual([1, 3]);
  expect(checkpoints.map(({ rejected }) => rejected)).toEqual([1, 2, 2]);
  expect(checkpoints.at(-1)!.rejectsBytes).toBe(Buffer.byteLength(text));
  expect({ rows, rejected }).toEqual({ rows: 6, rejected: 2 });
});

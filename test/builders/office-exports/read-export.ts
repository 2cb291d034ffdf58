import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IngestRow } from '#domain/ingest-record.js';
import type { FormatOptions } from '#graph-jobs/ingest/formats/format-options.js';
import { type FormatName, readFormat } from '#graph-jobs/ingest/formats/read-format.js';
import { ReadingNotes } from '#graph-jobs/ingest/formats/reading-notes.js';
import { SourceFile } from '#graph-jobs/ingest/read/source-file.js';

/** After all times of the fixtures. */
export const NOW = Date.UTC(2026, 2, 10);

/** Reads the bytes of a file as the import does. */
export async function readExport(format: FormatName, content: string | Buffer, options: Partial<FormatOptions> = {}) {
  const notes = new ReadingNotes();
  const rows: IngestRow[] = [];
  const bad: [line: number, field: string, reason: string][] = [];
  await withFile(content, async (path) => {
    const source = await SourceFile.open(path);
    for await (const batch of readFormat(format, source, { now: NOW, notes, ...options }))
      for (const parsed of batch) {
        if (parsed.fault === undefined) rows.push(parsed.row);
        else bad.push([parsed.line, parsed.field, parsed.fault]);
      }
  });
  const mentions = rows.flatMap(({ record }) => (record.type === 'mention' ? [record.mention] : []));
  return { rows, mentions, bad, notes };
}

/** A file of that content, under a name that tells nothing, for as long as `work` takes. */
export async function withFile<T>(content: string | Buffer, work: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-export-'));
  const path = join(folder, 'berkas');
  writeFileSync(path, content);
  try {
    return await work(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

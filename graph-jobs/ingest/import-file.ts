import { createHash } from 'node:crypto';
import { CodedError } from '#domain/errors/coded-error.js';
import type { ImportSession, ImportSource, IngestStore } from '#domain/ports/ingest-store.js';
import { BatchesUnderWay } from './batches-under-way.js';
import { CoverageCounter } from './file-coverage/coverage-counter.js';
import type { CoverageReport } from './file-coverage/coverage-report.js';
import type { FormatOptions } from './formats/format-options.js';
import type { ParsedRow } from './formats/parsed-row.js';
import { type FormatName, readFormat } from './formats/read-format.js';
import { ReadingNotes } from './formats/reading-notes.js';
import { SourceFile } from './read/source-file.js';
import { RejectsFile } from './rejects-file.js';
import { writeBatch } from './write-batch.js';

/** Rows of one transaction: few enough to stop soon, enough that a commit costs next to nothing. */
export const BATCH_ROWS = 5000;

export interface ImportRequest {
  readonly path: string;
  readonly format: FormatName;
  readonly options: FormatOptions;
  /** Goes on where an interrupted import of this file stopped; begins anew when there is none. */
  readonly resume: boolean;
  /** Where the rejected rows go. */
  readonly rejectsPath: string;
  /** BATCH_ROWS, but for tests. */
  readonly batchRows: number;
}

export interface ImportListener {
  /** Asks for a stop after the batches at hand. */
  readonly signal?: AbortSignal;
  /** What the user may want to know before the first row. */
  onNotice?(message: string): void;
  onProgress?(progress: ImportProgress): void;
}

export interface ImportProgress {
  readonly rows: number;
  /** Of `rows`, those that an earlier part had done. */
  readonly skipped: number;
  readonly rejected: number;
  readonly bytesRead: number;
  readonly bytes: number;
}

export interface ImportResult {
  /** With the counts of all parts of an import that was interrupted. */
  readonly session: ImportSession;
  /** Rows that an earlier part had done already. */
  readonly skipped: number;
  readonly stopped: boolean;
  /** Why the file could not be read to its end, or null. */
  readonly damage: string | null;
  /** A file that exists when rows were rejected. */
  readonly rejectsPath: string;
  /** Of the rows that were read, those of earlier parts included. */
  readonly coverage: CoverageReport;
}

/**
 * Imports a file: reads it in batches and writes each, its rejects and how far it came in one step, so that it can be
 * killed at any moment and taken up again with nothing lost or doubled. Throws BAD_INPUT_FILE, BAD_MAPPING;
 * IMPORT_IN_PROGRESS when another process begins to import the same file.
 */
export async function importFile(
  store: IngestStore,
  request: ImportRequest,
  listener: ImportListener = {},
): Promise<ImportResult> {
  const source = await SourceFile.open(request.path);
  const notes = new ReadingNotes();
  const coverage = new CoverageCounter(notes);
  const batches = readFormat(request.format, source, { ...request.options, notes });
  const first = await batches.next();
  const { session, skip } = await beginOrResume(store, request, source, listener).catch(async (error) => {
    await batches.return();
    throw error;
  });
  const rejects = new RejectsFile(request.rejectsPath, skip === 0 ? 0 : session.checkpoint.rejectsBytes);
  const common = () => ({ skipped: skip, rejectsPath: rejects.path, coverage: coverage.report() });
  let waiting: ParsedRow[] = [];
  let ahead = skip;
  const begun = { rows: skip, rejected: session.checkpoint.rejected, rejectsBytes: rejects.bytes };
  const underWay = new BatchesUnderWay(begun, async (batch, bytesRead, before) => {
    const reached = await writeBatch(store, session.id, batch, rejects, before);
    const { rows, rejected } = reached;
    listener.onProgress?.({ rows, rejected, skipped: skip, bytesRead, bytes: source.bytes });
    return reached;
  });
  try {
    for (let step = first; !step.done; step = await batches.next()) {
      for (const row of step.value) {
        coverage.observe(row);
        if (ahead > 0) ahead -= 1;
        else waiting.push(row);
      }
      while (waiting.length >= request.batchRows) {
        await underWay.room();
        if (listener.signal?.aborted === true) break;
        underWay.add(waiting.slice(0, request.batchRows), source.bytesRead);
        waiting = waiting.slice(request.batchRows);
      }
      if (listener.signal?.aborted) {
        await underWay.all();
        const reached = (await store.unfinished(source.path)) ?? session;
        return { ...common(), session: reached, stopped: true, damage: null };
      }
    }
    underWay.add(waiting, source.bytes);
    await underWay.all();
    const finished = await store.finish(session.id);
    return { ...common(), session: finished, stopped: false, damage: source.damage };
  } finally {
    await underWay.all().catch(() => undefined);
    rejects.close();
    await batches.return();
  }
}

async function beginOrResume(store: IngestStore, request: ImportRequest, source: SourceFile, listener: ImportListener) {
  const identity: ImportSource = {
    path: source.path,
    bytes: source.bytes,
    headHash: source.headHash,
    format: formatIdentity(request),
  };
  const open = await store.unfinished(source.path);
  if (request.resume && open !== null) {
    assertSame(open.source, identity);
    const session = await store.resume(open.id);
    listener.onNotice?.(`going on after row ${session.checkpoint.rows} of ${source.path}`);
    return { session, skip: session.checkpoint.rows };
  }
  if (request.resume) listener.onNotice?.(`no interrupted import of ${source.path}: starting from its first row`);
  else if (open !== null)
    listener.onNotice?.(
      `an import of ${source.path} stopped after ${open.checkpoint.rows} rows; starting from its first row, which adds nothing twice (--resume would go on)`,
    );
  return { session: await store.begin(identity), skip: 0 };
}

/** The format with all that decides how rows are read: with another mapping, row numbers and rows may differ. */
function formatIdentity({ format, options: { platform, stream, zone, mapping } }: ImportRequest): string {
  if (platform === undefined && stream === undefined && zone === undefined && mapping === undefined) return format;
  const told = JSON.stringify([
    platform ?? null,
    stream ?? null,
    mapping ?? null,
    ...(zone === undefined ? [] : [zone]),
  ]);
  return `${format}#${createHash('sha256').update(told).digest('hex').slice(0, 16)}`;
}

function assertSame(before: ImportSource, now: ImportSource): void {
  const changed =
    before.bytes !== now.bytes || before.headHash !== now.headHash
      ? 'the file has changed since its import was interrupted'
      : before.format !== now.format
        ? 'the interrupted import read the file by another format, mapping, --platform, --stream or --zone'
        : null;
  if (changed === null) return;
  throw new CodedError('BAD_INPUT_FILE', changed, {
    at: now.path,
    hint: 'import it without --resume: what is stored already stays as it is',
  });
}

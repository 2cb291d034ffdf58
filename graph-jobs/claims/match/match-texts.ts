import { statSync } from 'node:fs';
import type { Claim } from '#domain/claim.js';
import { MATCH_METHODS, type MatchMethod } from '#domain/claim-match.js';
import type { RejectedRow } from '#domain/ingest-record.js';
import type { RowTally } from '../../csv-file/csv-reader.js';
import { type ReadListener, readCsvFile } from '../../csv-file/read-csv-file.js';
import { CandidateFile } from './candidate-file.js';
import type { MatchOptions } from './claim-matcher.js';
import { type MatchedBatch, noneByMethod } from './matched-batch.js';
import { TextsReader } from './texts-reader.js';
import { matchBatches } from './threads/match-batches.js';

/** Bytes of texts from which on threads are worth their start: each makes an index of its own first. */
const LEAST_WORK = 1 << 22;

export interface MatchRequest extends MatchOptions {
  readonly claims: readonly Claim[];
  /** CSV or TSV with text_id and text. */
  readonly texts: string;
  readonly out: string;
  /** That match: more than one only where there is much to do. They change nothing of the result. */
  readonly threads: number;
}

export interface MatchListener extends ReadListener {
  /** A row that was left out, and what stood there. */
  readonly onReject: (row: RejectedRow, raw: string) => void;
}

export interface MatchTally extends RowTally {
  /** Texts with a candidate at all. */
  readonly matched: number;
  /** Best candidates by method. */
  readonly methods: Readonly<Record<MatchMethod, number>>;
}

/**
 * Writes the claims that the texts of a file may tell, text by text as they are read: memory is that of the claims, once for each
 * thread, and of a few batches. Throws STOPPED when the signal aborts, and then leaves no file.
 */
export async function matchTexts(
  request: MatchRequest,
  listener: MatchListener,
  leastWork = LEAST_WORK,
): Promise<MatchTally> {
  const { claims, texts, out, top, minScore } = request;
  const isMuch = (statSync(texts, { throwIfNoEntry: false })?.size ?? 0) >= leastWork;
  const threads = request.threads > 1 && isMuch ? request.threads : 0;
  const file = new CandidateFile(out);
  const methods = noneByMethod();
  let matched = 0;
  const take = (batch: MatchedBatch) => {
    file.add(batch.lines);
    matched += batch.matched;
    for (const method of MATCH_METHODS) methods[method] += batch.methods[method];
  };
  const batches = matchBatches({ claims, options: { top, minScore } }, threads, take);
  const reader = new TextsReader(
    (rows) => batches.add(rows),
    () => batches.room(),
    (row, raw) => listener.onReject(row, new TextDecoder().decode(raw).trimEnd()),
  );
  try {
    const tally = await readCsvFile(texts, reader, listener);
    await batches.finish();
    file.finish();
    return { ...tally, matched, methods };
  } catch (error) {
    file.drop();
    throw error;
  } finally {
    await batches.stop();
  }
}

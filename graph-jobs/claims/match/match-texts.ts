import type { Claim } from '#domain/claim.js';
import type { MatchMethod } from '#domain/claim-match.js';
import type { RejectedRow } from '#domain/ingest-record.js';
import type { RowTally } from '../../csv-file/csv-reader.js';
import { type ReadListener, readCsvFile } from '../../csv-file/read-csv-file.js';
import { CandidateFile } from './candidate-file.js';
import { ClaimMatcher, type MatchOptions } from './claim-matcher.js';
import { TextsReader } from './texts-reader.js';

export interface MatchRequest extends MatchOptions {
  readonly claims: readonly Claim[];
  /** CSV or TSV with text_id and text. */
  readonly texts: string;
  readonly out: string;
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
 * Writes the claims that the texts of a file may tell, text by text as they are read: memory is that of the claims. Throws
 * STOPPED when the signal aborts, and then leaves no file.
 */
export async function matchTexts(request: MatchRequest, listener: MatchListener): Promise<MatchTally> {
  const matcher = new ClaimMatcher(request.claims);
  const file = new CandidateFile(request.out);
  const methods = { 'review-url': 0, url: 0, 'near-duplicate': 0, retrieval: 0 };
  let matched = 0;
  const reader = new TextsReader(
    (row) => {
      const candidates = matcher.match({ text: row.text, urls: row.url === '' ? [] : [row.url] }, request);
      if (candidates.length === 0) return;
      matched += 1;
      methods[candidates[0]!.method] += 1;
      file.add(row.textId, candidates);
    },
    (row, raw) => listener.onReject(row, new TextDecoder().decode(raw).trimEnd()),
  );
  try {
    const tally = await readCsvFile(request.texts, reader, listener);
    file.finish();
    return { ...tally, matched, methods };
  } catch (error) {
    file.drop();
    throw error;
  }
}

import { MATCH_METHODS, type MatchMethod } from '#domain/claim-match.js';
import { csvField } from '../../csv-file/table-file.js';
import type { ClaimCandidate, ClaimMatcher, MatchOptions } from './claim-matcher.js';
import type { TextRow } from './texts-reader.js';

const DIGITS = 4;

/** What became of some texts, in their order. */
export interface MatchedBatch {
  /** Of the file of candidates. */
  readonly lines: string;
  /** Texts with a candidate at all. */
  readonly matched: number;
  /** Best candidates by method. */
  readonly methods: Readonly<Record<MatchMethod, number>>;
}

export function noneByMethod(): Record<MatchMethod, number> {
  return Object.fromEntries(MATCH_METHODS.map((method) => [method, 0])) as Record<MatchMethod, number>;
}

/** Texts that say the same, as reposts in an export do, are matched once in each batch. */
export function matchedBatch(matcher: ClaimMatcher, rows: readonly TextRow[], options: MatchOptions): MatchedBatch {
  const known = new Map<string, readonly ClaimCandidate[]>();
  const methods = noneByMethod();
  let lines = '';
  let matched = 0;
  for (const { textId, text, url } of rows) {
    const key = `${url}\0${text}`;
    const candidates = known.get(key) ?? matcher.match({ text, urls: url === '' ? [] : [url] }, options);
    known.set(key, candidates);
    if (candidates.length === 0) continue;
    matched += 1;
    methods[candidates[0]!.method] += 1;
    const id = csvField(textId);
    for (let i = 0; i < candidates.length; i++) {
      const { claimId, score, method } = candidates[i]!;
      lines += `${id},${csvField(claimId)},${i + 1},${score.toFixed(DIGITS)},${method}\n`;
    }
  }
  return { lines, matched, methods };
}

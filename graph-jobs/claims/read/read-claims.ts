import type { Claim } from '#domain/claim.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { readJsonValues } from '../../ingest/read/json-values.js';
import { SourceFile } from '../../ingest/read/source-file.js';
import { claimOfRecord, isClaimRecord } from './claim-record.js';
import { claimReviews } from './claim-review.js';
import { readClaimsTable } from './claims-table.js';
import { factCheckClaims, isFactCheckAnswer } from './fact-check-api.js';
import { joinedClaims } from './join-claims.js';
import { type ClaimFault, isFault, type ParsedClaim, type ParsedClaims } from './parsed-claim.js';

export const CLAIM_FORMATS = ['claim-review', 'fact-check-api', 'records', 'csv'] as const;
export type ClaimFormat = (typeof CLAIM_FORMATS)[number];

export interface ClaimsFile {
  readonly claims: readonly Claim[];
  /** Ids that the file gave; the others were made of addresses and words. */
  readonly givenIds: ReadonlySet<string>;
  /** What the file was taken for, and why. */
  readonly format: ClaimFormat;
  readonly reason: string;
  /** Rows and reviews that were read, and those that are no claim. */
  readonly read: number;
  readonly faults: readonly ClaimFault[];
}

const JSON_BEGINS = /^\s*[[{]/;

/**
 * Reads claims from a file, plain or gzip: ClaimReview as JSON-LD (one, an array, a graph, a feed, or one a line), answers of the
 * Google Fact Check Tools API, JSON objects or a table with the columns of CLAIM_FIELDS. Throws BAD_INPUT_FILE where no row is a claim.
 */
export async function readClaims(file: string, map: string | null = null): Promise<ClaimsFile> {
  const source = await SourceFile.open(file);
  const parsed: ParsedClaim[] = [];
  const faults: ClaimFault[] = [];
  const take = (one: ParsedClaim | ClaimFault) => void (isFault(one) ? faults.push(one) : parsed.push(one));
  const told = JSON_BEGINS.test(await beginning(source))
    ? await readJson(source, map, take)
    : await readTable(file, map, take);
  if (parsed.length === 0) throw noClaims(file, faults[0]);
  const givenIds = new Set(parsed.flatMap(({ id }) => id ?? []));
  return { claims: joinedClaims(parsed), givenIds, ...told, read: parsed.length + faults.length, faults };
}

type Told = Pick<ClaimsFile, 'format' | 'reason'>;

async function readTable(
  file: string,
  map: string | null,
  take: (one: ParsedClaim | ClaimFault) => void,
): Promise<Told> {
  await readClaimsTable(file, map, take);
  return { format: 'csv', reason: 'it begins with neither { nor [' };
}

async function readJson(
  source: SourceFile,
  map: string | null,
  take: (one: ParsedClaim | ClaimFault) => void,
): Promise<Told> {
  if (map !== null)
    throw new CodedError('BAD_PARAMETERS', 'A mapping is for tables, and this file is JSON', {
      at: `--map, ${source.path}`,
      hint: 'leave --map out',
    });
  let told: Told | null = null;
  for await (const rows of readJsonValues(source)) {
    for (const row of rows) {
      if (row.fault !== undefined) {
        take({ line: row.line, field: row.field, fault: row.fault, raw: row.raw });
        continue;
      }
      told ??= formatOf(row.value);
      for (const one of claimsOf(row.value, row.line)) take(one);
    }
  }
  return told ?? { format: 'claim-review', reason: 'it begins as JSON does' };
}

function formatOf(value: unknown): Told {
  if (isFactCheckAnswer(value))
    return { format: 'fact-check-api', reason: 'its first object has claims with claimReview' };
  if (isClaimRecord(value)) return { format: 'records', reason: 'its first object has claim_id and text' };
  return { format: 'claim-review', reason: 'its first object is JSON-LD' };
}

/** Each value by what it is itself: a file may hold several kinds. */
function claimsOf(value: unknown, line: number): ParsedClaims {
  if (isFactCheckAnswer(value)) return factCheckClaims(value, line);
  return isClaimRecord(value) ? [claimOfRecord(value, line)] : claimReviews(value, line);
}

async function beginning(source: SourceFile): Promise<string> {
  for await (const chunk of source.chunks()) if (chunk.length > 0) return chunk.toString('utf8', 0, 1 << 12);
  return '';
}

function noClaims(file: string, first: ClaimFault | undefined): CodedError {
  const why = first === undefined ? '' : `: ${first.field} ${first.fault}`;
  return new CodedError('BAD_INPUT_FILE', `No claim can be read from it${why}`, {
    at: first === undefined ? file : `${file}, line ${first.line}`,
    hint: 'give ClaimReview as JSON-LD, an answer of the Fact Check Tools API, or a table with claim_id and text (other names: --map)',
  });
}

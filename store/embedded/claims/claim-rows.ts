import type { Claim, ClaimReview } from '#domain/claim.js';
import type {
  ClaimMatch,
  MatchDecision,
  MatchMethod,
  MatchState,
  MatchVerdict,
  TextSpan,
} from '#domain/claim-match.js';
import type { Database } from '../database.js';

export interface ClaimRow {
  readonly name: string;
  readonly texts: string;
  readonly body: string | null;
  readonly claimant: string | null;
  readonly appearances: string;
  readonly reviews: string;
}

export interface MatchRow {
  readonly claim: string;
  readonly mention: string;
  readonly score: number;
  readonly method: string;
  readonly overlap: string;
  readonly state: string;
  readonly matched_at: number;
}

export interface DecisionRow {
  readonly name: string;
  readonly claim: string;
  readonly mention: string;
  readonly number: number;
  readonly verdict: string;
  readonly decided_by: string;
  readonly reason: string;
  readonly decided_at: number;
}

const PUT_CLAIM = `INSERT INTO claim (name, texts, body, claimant, appearances, reviews) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (name) DO UPDATE SET texts = excluded.texts, body = excluded.body, claimant = excluded.claimant,
    appearances = excluded.appearances, reviews = excluded.reviews`;
const PUT_MATCH = 'INSERT OR REPLACE INTO claim_match VALUES (?, ?, ?, ?, ?, ?, ?)';
const PUT_DECISION = 'INSERT OR REPLACE INTO claim_decision VALUES (?, ?, ?, ?, ?, ?, ?, ?)';

export function putClaim(database: Database, claim: Claim): void {
  const [texts, appearances, reviews] = [claim.texts, claim.appearances, claim.reviews].map((list) =>
    JSON.stringify(list),
  );
  database.run(PUT_CLAIM, claim.id, texts!, claim.body, claim.claimant, appearances!, reviews!);
}

export function putMatch(database: Database, match: ClaimMatch): void {
  const { claimId, mentionId, score, method, overlap, overlapOf, state, matchedAt } = match;
  const kept = JSON.stringify(overlapOf === null ? overlap : { overlap, overlapOf });
  database.run(PUT_MATCH, claimId, mentionId, score, method, kept, state, matchedAt);
}

export function putDecision(database: Database, decision: MatchDecision): void {
  const { id, claimId, mentionId, number, verdict, by, reason, at } = decision;
  database.run(PUT_DECISION, claimId, mentionId, number, id, verdict, by, reason, at);
}

export function readClaim(row: ClaimRow): Claim {
  return {
    id: row.name,
    texts: JSON.parse(row.texts) as string[],
    body: row.body,
    claimant: row.claimant,
    appearances: JSON.parse(row.appearances) as string[],
    reviews: JSON.parse(row.reviews) as ClaimReview[],
  };
}

export function readMatch(row: MatchRow): ClaimMatch {
  return {
    claimId: row.claim,
    mentionId: row.mention,
    score: row.score,
    method: row.method as MatchMethod,
    ...readOverlap(row.overlap),
    state: row.state as MatchState,
    matchedAt: row.matched_at,
  };
}

/** Spans alone, as they were kept before it was kept of what text they are. */
function readOverlap(json: string): Pick<ClaimMatch, 'overlap' | 'overlapOf'> {
  const kept = JSON.parse(json) as TextSpan[] | Pick<ClaimMatch, 'overlap' | 'overlapOf'>;
  return 'overlap' in kept ? kept : { overlap: kept, overlapOf: null };
}

export function readDecision(row: DecisionRow): MatchDecision {
  const { name, claim, mention, number, verdict, decided_by, reason, decided_at } = row;
  const key = { id: name, claimId: claim, mentionId: mention };
  return { ...key, number, verdict: verdict as MatchVerdict, by: decided_by, reason, at: decided_at };
}

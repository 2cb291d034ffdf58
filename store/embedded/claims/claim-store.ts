import type { Claim } from '#domain/claim.js';
import type { ClaimMatch, FoundMatch, MatchDecision, MatchKey, MatchState } from '#domain/claim-match.js';
import type { CarriedMention, ClusterKey, IssueClaim } from '#domain/hoax-cluster/carried-mention.js';
import { withDecision } from '#domain/match-decision.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { ClaimStore, ClaimsOutcome } from '#domain/ports/claim-store.js';
import { claimChanges } from '../../claims/claim-changes.js';
import { KnownClaims } from '../../claims/known-claims.js';
import { noSuchMatch } from '../../claims/no-such-match.js';
import { registeredClaims } from '../../claims/registered-claims.js';
import { RegistryWords } from '../../claims/registry-words.js';
import { storableClaims } from '../../claims/storable-claim.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Database } from '../database.js';
import type { HeavyReads } from '../heavy-reads.js';
import type { Platforms } from '../platforms.js';
import {
  type ClaimRow,
  type DecisionRow,
  type MatchRow,
  putClaim,
  putDecision,
  putMatch,
  readClaim,
  readDecision,
  readMatch,
} from './claim-rows.js';
import { ClusterReads } from './cluster-reads.js';

const GET = 'SELECT c.* FROM json_each(?) j CROSS JOIN claim c ON c.name = j.value';
const MATCHES = `SELECT n.* FROM json_each(?) j
  CROSS JOIN claim_match n ON n.claim = j.value ->> 'claimId' AND n.mention = j.value ->> 'mentionId'`;
const OF_CLAIM = `SELECT n.* FROM claim_match n
  WHERE n.claim = ?1 AND n.score <= ?2 AND (n.score < ?2 OR n.mention > ?3) ORDER BY n.score DESC, n.mention LIMIT ?4`;
const OF_CLAIM_IN_STATE = OF_CLAIM.replace('WHERE', 'WHERE n.state = ?5 AND');
const OF_MENTION = `SELECT n.* FROM claim_match n
  WHERE n.mention = ?1 AND n.score <= ?2 AND (n.score < ?2 OR n.claim > ?3)
  ORDER BY n.score DESC, n.claim LIMIT ?4`;
const LOG =
  'SELECT d.* FROM claim_decision d WHERE d.claim = ? AND d.mention = ? AND d.number > ? ORDER BY d.number LIMIT ?';
// One index or the other could serve: the list of a mention is the short one.
const CLEAR = `DELETE FROM claim_match INDEXED BY claim_match_by_mention WHERE mention = ? AND state = 'CANDIDATE'
  AND NOT EXISTS (SELECT 1 FROM claim_decision d WHERE d.claim = claim_match.claim AND d.mention = claim_match.mention)`;
const WHOLE_LOG = 'SELECT d.* FROM claim_decision d WHERE d.claim = ? AND d.mention = ? ORDER BY d.number';
const IS_CLAIM = 'SELECT 1 FROM claim WHERE name = ?';
const IS_MENTION = 'SELECT 1 FROM mention WHERE platform_id = ? AND native_id = ? AND published_at IS NOT NULL';
const FIRST = Number.MAX_SAFE_INTEGER;

interface ClaimStoreParts {
  readonly database: Database;
  readonly heavy: HeavyReads;
  readonly platforms: Platforms;
  readonly now: () => number;
  /** How long a vote counts. */
}

export class EmbeddedClaimStore implements ClaimStore {
  readonly #database: Database;
  readonly #platforms: Platforms;
  readonly #clusters: ClusterReads;
  readonly #words = new RegistryWords();
  readonly #now: () => number;

  constructor({ database, heavy, platforms, now }: ClaimStoreParts) {
    this.#database = database;
    this.#clusters = new ClusterReads(heavy, platforms);
    this.#platforms = platforms;
    this.#now = now;
  }

  async put(claims: readonly Claim[], derivedIds: ReadonlySet<string> = new Set()): Promise<ClaimsOutcome> {
    const { storable, refused } = storableClaims(claims);
    const isDerived = storable.some(({ id }) => derivedIds.has(id));
    const written = this.#database.transaction(() => {
      const version = this.#database.versionOfOthers();
      const kept = this.#words.take(version);
      const known = isDerived ? (kept ?? this.#known()) : new KnownClaims();
      const { registered, joined } = registeredClaims(storable, derivedIds, known);
      const rows = this.#database.all<ClaimRow>(GET, JSON.stringify(registered.map(({ id }) => id)));
      const { changed, outcome } = claimChanges(registered, new Map(rows.map((row) => [row.name, readClaim(row)])));
      for (const claim of changed) putClaim(this.#database, claim);
      return { outcome: { ...outcome, joined, refused }, known, version };
    });
    if (isDerived) this.#words.keep(written.known, written.version);
    return written.outcome;
  }

  #known(): KnownClaims {
    const rows = this.#database.all<Pick<ClaimRow, 'name' | 'texts'>>('SELECT name, texts FROM claim ORDER BY name');
    return new KnownClaims(rows.map(({ name, texts }) => ({ id: name, texts: JSON.parse(texts) as string[] })));
  }

  async get(ids: readonly string[]): Promise<readonly (Claim | null)[]> {
    return inOrderOf(ids, this.#database.all<ClaimRow>(GET, JSON.stringify(ids)), ({ name }) => name, readClaim);
  }

  async page(request: PageRequest): Promise<Page<Claim>> {
    const after = keysetAfter('claims', ['string'], request)?.[0] ?? '';
    const sql = 'SELECT c.* FROM claim c WHERE c.name > ? ORDER BY c.name LIMIT ?';
    const rows = this.#database.all<ClaimRow>(sql, after, request.first + 1);
    return keysetPage('claims', request, rows, readClaim, ({ name }) => [name]);
  }

  async putMatches(mentionIds: readonly string[], found: readonly FoundMatch[]): Promise<void> {
    const matchedAt = this.#now();
    this.#database.transaction(() => {
      for (const id of new Set(mentionIds)) this.#database.run(CLEAR, id);
      for (const match of found) {
        const isDecided = (this.#match(match)?.state ?? 'CANDIDATE') !== 'CANDIDATE' || this.#log(match).length > 0;
        if (isDecided || !this.#isThere(match)) continue;
        putMatch(this.#database, { ...match, state: 'CANDIDATE', matchedAt });
      }
    });
  }

  async matches(keys: readonly MatchKey[]): Promise<readonly (ClaimMatch | null)[]> {
    const rows = this.#database.all<MatchRow>(MATCHES, JSON.stringify(keys));
    const textOf = (claim: string, mention: string) => JSON.stringify([claim, mention]);
    const wanted = keys.map(({ claimId, mentionId }) => textOf(claimId, mentionId));
    return inOrderOf(wanted, rows, ({ claim, mention }) => textOf(claim, mention), readMatch);
  }

  async matchesOfClaims(
    claimIds: readonly string[],
    state: MatchState | null,
    request: PageRequest,
  ): Promise<Page<ClaimMatch>[]> {
    const list = 'matches of claim';
    const [score, mention] = keysetAfter(list, ['number', 'string'], request) ?? [FIRST, ''];
    const [sql, more] = state === null ? [OF_CLAIM, []] : [OF_CLAIM_IN_STATE, [state]];
    return claimIds.map((claimId) => {
      const rows = this.#database.all<MatchRow>(sql, claimId, score!, mention!, request.first + 1, ...more);
      return keysetPage(list, request, rows, readMatch, (row) => [row.score, row.mention]);
    });
  }

  async matchesOfMentions(mentionIds: readonly string[], request: PageRequest): Promise<Page<ClaimMatch>[]> {
    const list = 'matches of mention';
    const [score, claim] = keysetAfter(list, ['number', 'string'], request) ?? [FIRST, ''];
    return mentionIds.map((mentionId) => {
      const rows = this.#database.all<MatchRow>(OF_MENTION, mentionId, score!, claim!, request.first + 1);
      return keysetPage(list, request, rows, readMatch, (row) => [row.score, row.claim]);
    });
  }

  async decide(decision: Omit<MatchDecision, 'number' | 'at'>): Promise<ClaimMatch> {
    return this.#database.transactionWhenFree(() => {
      const row = this.#match(decision);
      if (row === undefined) throw noSuchMatch(decision);
      const match = readMatch(row);
      if (this.#database.get('SELECT 1 FROM claim_decision WHERE name = ?', decision.id) !== undefined) return match;
      const next = withDecision({ match, log: this.#log(match) }, decision, this.#now());
      putDecision(this.#database, next.decision);
      const decided = { ...match, state: next.state };
      putMatch(this.#database, decided);
      return decided;
    });
  }

  async decisions(keys: readonly MatchKey[], request: PageRequest): Promise<Page<MatchDecision>[]> {
    const [after] = keysetAfter('decisions', ['number'], request) ?? [0];
    return keys.map(({ claimId, mentionId }) => {
      const rows = this.#database.all<DecisionRow>(LOG, claimId, mentionId, after!, request.first + 1);
      return keysetPage('decisions', request, rows, readDecision, ({ number }) => [number]);
    });
  }

  claimsOfIssue(issueId: string, request: PageRequest): Promise<Page<IssueClaim>> {
    return this.#clusters.claimsOfIssue(issueId, request);
  }

  matchedInIssue(key: ClusterKey, most: number): Promise<CarriedMention[]> {
    return this.#clusters.matched(key, most);
  }

  responsesInIssue(key: ClusterKey, parentIds: readonly string[], most: number): Promise<CarriedMention[]> {
    return this.#clusters.responses(key, parentIds, most);
  }

  repostsFromOutside(key: ClusterKey): Promise<number> {
    return this.#clusters.repostsFromOutside(key);
  }

  #log({ claimId, mentionId }: MatchKey): MatchDecision[] {
    return this.#database.all<DecisionRow>(WHOLE_LOG, claimId, mentionId).map(readDecision);
  }

  #match({ claimId, mentionId }: MatchKey): MatchRow | undefined {
    return this.#database.get<MatchRow>(
      'SELECT * FROM claim_match WHERE claim = ? AND mention = ?',
      claimId,
      mentionId,
    );
  }

  #isThere({ claimId, mentionId }: MatchKey): boolean {
    const colon = mentionId.indexOf(':');
    const platform = this.#platforms.find(mentionId.slice(0, Math.max(colon, 0)));
    if (platform === undefined || this.#database.get(IS_CLAIM, claimId) === undefined) return false;
    return this.#database.get(IS_MENTION, platform, mentionId.slice(colon + 1)) !== undefined;
  }
}

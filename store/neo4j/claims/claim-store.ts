import type { Claim } from '#domain/claim.js';
import type { ClaimMatch, FoundMatch, MatchDecision, MatchKey, MatchState } from '#domain/claim-match.js';
import type { CarriedMention, ClusterKey, IssueClaim } from '#domain/hoax-cluster/carried-mention.js';
import { withDecision } from '#domain/match-decision.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { ClaimStore, ClaimsOutcome } from '#domain/ports/claim-store.js';
import { claimChanges } from '../../claims/claim-changes.js';
import { KnownClaims, type WordedClaim } from '../../claims/known-claims.js';
import { noSuchMatch } from '../../claims/no-such-match.js';
import { registeredClaims } from '../../claims/registered-claims.js';
import { RegistryWords } from '../../claims/registry-words.js';
import { storableClaims } from '../../claims/storable-claim.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Neo4jConnection } from '../connection.js';
import type { Parameters } from '../parameters.js';
import * as matchStatements from './claim-matches.cypher.js';
import {
  type ClaimNode,
  type MatchRelationship,
  readClaimNode,
  readMatch,
  toClaimNode,
  toOverlap,
} from './claim-nodes.js';
import { CLAIM_PAGE, CLAIM_WORDS, GET_CLAIMS, LOCK_CLAIMS, LOCK_REGISTRY, PUT_CLAIMS } from './claims.cypher.js';
import { ClusterReads } from './cluster-reads.js';

interface ClaimRow {
  readonly claim: ClaimNode;
}

interface MatchRow {
  readonly match: MatchRelationship;
}

interface LockedMatch extends MatchRow {
  readonly log: readonly MatchDecision[];
  /** Whether the decision is there already. */
  readonly isThere: boolean;
}

/** Below every negative of a score. */
const FIRST = -2;

export class Neo4jClaimStore implements ClaimStore {
  readonly #connection: Neo4jConnection;
  readonly #clusters: ClusterReads;
  readonly #words = new RegistryWords();
  readonly #now: () => number;

  constructor(connection: Neo4jConnection, now: () => number) {
    this.#connection = connection;
    this.#clusters = new ClusterReads(connection);
    this.#now = now;
  }

  async put(claims: readonly Claim[], derivedIds: ReadonlySet<string> = new Set()): Promise<ClaimsOutcome> {
    const { storable, refused } = storableClaims(claims);
    const isDerived = storable.some(({ id }) => derivedIds.has(id));
    const written = await this.#connection.write(async (cypher) => {
      const [lock] = await cypher.run<{ writes: number }>(LOCK_REGISTRY, { now: this.#now() });
      const version = lock!.writes;
      const kept = this.#words.take(version - 1);
      const read = async () => kept ?? new KnownClaims(await cypher.run<WordedClaim>(CLAIM_WORDS));
      const known = isDerived ? await read() : new KnownClaims();
      const { registered, joined } = registeredClaims(storable, derivedIds, known);
      const ids = [...new Set(registered.map(({ id }) => id))].sort();
      const rows = await cypher.run<ClaimRow>(LOCK_CLAIMS, { ids });
      // One that was made to hold its place has nothing but its id.
      const stored = rows.filter(({ claim }) => claim.reviews !== null && claim.reviews !== undefined);
      const before = new Map(stored.map(({ claim }) => [claim.id, readClaimNode(claim)]));
      const { changed, outcome } = claimChanges(registered, before);
      await cypher.run(PUT_CLAIMS, { claims: changed.map(toClaimNode) });
      return { outcome: { ...outcome, joined, refused }, known, version };
    });
    if (isDerived) this.#words.keep(written.known, written.version);
    return written.outcome;
  }

  async get(ids: readonly string[]): Promise<readonly (Claim | null)[]> {
    const rows = await this.#connection.read<ClaimRow>(GET_CLAIMS, { ids });
    return inOrderOf(ids, rows, ({ claim }) => claim.id, readRow);
  }

  async page(request: PageRequest): Promise<Page<Claim>> {
    const after = keysetAfter('claims', ['string'], request)?.[0] ?? '';
    const rows = await this.#connection.read<ClaimRow>(CLAIM_PAGE, { after, rows: request.first + 1 });
    return keysetPage('claims', request, rows, readRow, ({ claim }) => [claim.id]);
  }

  async putMatches(mentionIds: readonly string[], found: readonly FoundMatch[]): Promise<void> {
    // In order of mention and claim, so that two writers lock in one order.
    const matches = found
      .map((match) => ({ ...match, overlap: toOverlap(match.overlap) }))
      .sort((one, other) => compare(one.mentionId, other.mentionId) || compare(one.claimId, other.claimId));
    const claimIds = new Map([...new Set(mentionIds)].sort().map((id): [string, string[]] => [id, []]));
    for (const { mentionId, claimId } of matches) claimIds.get(mentionId)?.push(claimId);
    const mentions = Array.from(claimIds, ([id, claims]) => ({ id, claimIds: claims }));
    const now = this.#now();
    await this.#connection.write(async (cypher) => {
      await cypher.run(matchStatements.CLEAR_MATCHES, { mentions });
      await cypher.run(matchStatements.ADD_MATCHES, { matches, now });
    });
  }

  async matches(keys: readonly MatchKey[]): Promise<readonly (ClaimMatch | null)[]> {
    const rows = await this.#connection.read<MatchRow>(matchStatements.GET_MATCHES, { keys });
    return inOrderOf(keys.map(textOf), rows, ({ match }) => textOf(match), readMatchRow);
  }

  async matchesOfClaims(
    claimIds: readonly string[],
    state: MatchState | null,
    request: PageRequest,
  ): Promise<Page<ClaimMatch>[]> {
    const list = 'matches of claim';
    const statement = state === null ? matchStatements.MATCHES_OF_CLAIMS : matchStatements.MATCHES_OF_CLAIMS_IN_STATE;
    const rows = await this.#matchesOf(statement, { claimIds, ...(state && { state }) }, list, request);
    const key = (match: MatchRelationship) => [-match.score, match.mentionId];
    return claimIds.map((id) => keysetPage(list, request, rows.get(id) ?? [], readMatch, key));
  }

  async matchesOfMentions(mentionIds: readonly string[], request: PageRequest): Promise<Page<ClaimMatch>[]> {
    const list = 'matches of mention';
    const rows = await this.#matchesOf(matchStatements.MATCHES_OF_MENTIONS, { mentionIds }, list, request);
    const key = (match: MatchRelationship) => [-match.score, match.claimId];
    return mentionIds.map((id) => keysetPage(list, request, rows.get(id) ?? [], readMatch, key));
  }

  /** By whose they are. */
  async #matchesOf(statement: string, owners: Parameters, list: string, request: PageRequest) {
    const [by, after] = keysetAfter(list, ['number', 'string'], request) ?? [FIRST, ''];
    const page = { ...owners, by, after, rows: request.first + 1 };
    const rows = await this.#connection.read<{ owner: string; matches: MatchRelationship[] }>(statement, page);
    return new Map(rows.map(({ owner, matches }) => [owner, matches]));
  }

  async decide(decision: Omit<MatchDecision, 'number' | 'at'>): Promise<ClaimMatch> {
    const now = this.#now();
    return this.#connection.write(async (cypher) => {
      const [kept] = await cypher.run<LockedMatch>(matchStatements.LOCK_MATCH, { ...decision });
      if (kept === undefined) throw noSuchMatch(decision);
      const match = readMatchRow(kept);
      if (kept.isThere) return match;
      const next = withDecision({ match, log: kept.log }, decision, now);
      const [row] = await cypher.run<MatchRow>(matchStatements.ADD_DECISION, { ...next.decision, state: next.state });
      return readMatchRow(row!);
    });
  }

  async decisions(keys: readonly MatchKey[], request: PageRequest): Promise<Page<MatchDecision>[]> {
    const after = keysetAfter('decisions', ['number'], request)?.[0] ?? 0;
    const page = {
      keys: keys.map(({ claimId, mentionId }) => ({ claimId, mentionId })),
      after,
      rows: request.first + 1,
    };
    const rows = await this.#connection.read<MatchKey & { decisions: MatchDecision[] }>(
      matchStatements.DECISIONS,
      page,
    );
    const logs = new Map(rows.map((row) => [textOf(row), row.decisions]));
    const same = (decision: MatchDecision) => decision;
    return keys.map((key) =>
      keysetPage('decisions', request, logs.get(textOf(key)) ?? [], same, ({ number }) => [number]),
    );
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
}

function readRow({ claim }: ClaimRow): Claim {
  return readClaimNode(claim);
}

function readMatchRow({ match }: MatchRow): ClaimMatch {
  return readMatch(match);
}

function textOf({ claimId, mentionId }: MatchKey): string {
  return JSON.stringify([claimId, mentionId]);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

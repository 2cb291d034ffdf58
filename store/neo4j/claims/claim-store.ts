import type { Claim } from '#domain/claim.js';
import type { ClaimMatch, FoundMatch, MatchDecision, MatchKey, MatchState } from '#domain/claim-match.js';
import type { CarriedMention, ClusterKey, IssueClaim } from '#domain/hoax-cluster/carried-mention.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { ClaimStore, ClaimsOutcome } from '#domain/ports/claim-store.js';
import { claimChanges } from '../../claims/claim-changes.js';
import { noSuchMatch } from '../../claims/no-such-match.js';
import { registeredClaims, type WordedClaim } from '../../claims/registered-claims.js';
import { storableClaims } from '../../claims/storable-claim.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Neo4jConnection } from '../connection.js';
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

/** Below every negative of a score. */
const FIRST = -2;

export class Neo4jClaimStore implements ClaimStore {
  readonly #connection: Neo4jConnection;
  readonly #clusters: ClusterReads;
  readonly #now: () => number;

  constructor(connection: Neo4jConnection, now: () => number) {
    this.#connection = connection;
    this.#clusters = new ClusterReads(connection);
    this.#now = now;
  }

  put(claims: readonly Claim[], derivedIds: ReadonlySet<string> = new Set()): Promise<ClaimsOutcome> {
    const { storable, refused } = storableClaims(claims);
    return this.#connection.write(async (cypher) => {
      await cypher.run(LOCK_REGISTRY, { now: this.#now() });
      const isDerived = storable.some(({ id }) => derivedIds.has(id));
      const words = isDerived ? await cypher.run<WordedClaim>(CLAIM_WORDS) : [];
      const { registered, joined } = registeredClaims(storable, derivedIds, words);
      const ids = [...new Set(registered.map(({ id }) => id))].sort();
      const rows = await cypher.run<ClaimRow>(LOCK_CLAIMS, { ids });
      // One that was made to hold its place has nothing but its id.
      const stored = rows.filter(({ claim }) => claim.reviews !== null && claim.reviews !== undefined);
      const known = new Map(stored.map(({ claim }) => [claim.id, readClaimNode(claim)]));
      const { changed, outcome } = claimChanges(registered, known);
      await cypher.run(PUT_CLAIMS, { claims: changed.map(toClaimNode) });
      return { ...outcome, joined, refused };
    });
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

  async matchesOfClaim(claimId: string, state: MatchState | null, request: PageRequest): Promise<Page<ClaimMatch>> {
    const list = 'matches of claim';
    const [by, after] = keysetAfter(list, ['number', 'string'], request) ?? [FIRST, ''];
    const page = { claimId, state, by, after, rows: request.first + 1 };
    const rows = await this.#connection.read<MatchRow>(matchStatements.MATCHES_OF_CLAIM, page);
    return keysetPage(list, request, rows, readMatchRow, ({ match }) => [-match.score, match.mentionId]);
  }

  async matchesOfMention(mentionId: string, request: PageRequest): Promise<Page<ClaimMatch>> {
    const list = 'matches of mention';
    const [by, after] = keysetAfter(list, ['number', 'string'], request) ?? [FIRST, ''];
    const page = { mentionId, by, after, rows: request.first + 1 };
    const rows = await this.#connection.read<MatchRow>(matchStatements.MATCHES_OF_MENTION, page);
    return keysetPage(list, request, rows, readMatchRow, ({ match }) => [-match.score, match.claimId]);
  }

  async decide(decision: Omit<MatchDecision, 'number' | 'at'>): Promise<ClaimMatch> {
    const parameters = { ...decision, now: this.#now() };
    const [row] = await this.#connection.write((cypher) => cypher.run<MatchRow>(matchStatements.DECIDE, parameters));
    if (row === undefined) throw noSuchMatch(decision);
    return readMatchRow(row);
  }

  async decisions({ claimId, mentionId }: MatchKey, request: PageRequest): Promise<Page<MatchDecision>> {
    const after = keysetAfter('decisions', ['number'], request)?.[0] ?? 0;
    const page = { claimId, mentionId, after, rows: request.first + 1 };
    const rows = await this.#connection.read<{ decision: MatchDecision }>(matchStatements.DECISIONS, page);
    return keysetPage(
      'decisions',
      request,
      rows,
      ({ decision }) => decision,
      ({ decision }) => [decision.number],
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

import type { EvidenceRow, StoredGroup } from '#domain/finding.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { RegionalFindingStore } from '#domain/ports/regional-finding-store.js';
import type { SeenPart } from '#domain/regional-group.js';
import { keysetAfter, keysetPage, seenBefore, seenPage } from '../../keyset-page.js';
import type { Cypher, Neo4jConnection } from '../connection.js';
import type { Parameters } from '../parameters.js';
import { GROUP_KEY } from './finding-store.cypher.js';
import { type FindingRow, readEvidence, readFinding, type StoredEvidence } from './finding-store.js';
import { runKey } from './rank-pages.js';
import * as statements from './regional-findings.cypher.js';

export class Neo4jRegionalFindingStore implements RegionalFindingStore {
  readonly #connection: Neo4jConnection;
  readonly #now: () => number;

  constructor(connection: Neo4jConnection, now: () => number) {
    this.#connection = connection;
    this.#now = now;
  }

  async page(runId: string, regions: readonly string[], request: PageRequest): Promise<Page<StoredGroup>> {
    const list = 'regional findings';
    const [after] = keysetAfter(list, ['string'], request) ?? [''];
    const asked = { runId, regions, after: after!, limit: request.first + 1 };
    const rows = await this.#connection.readAll(async (cypher) =>
      cypher.run<FindingRow>(statements.GROUPS_IN_REGIONS, { ...asked, run: await runKey(cypher, runId) }),
    );
    const now = this.#now();
    return keysetPage(
      list,
      request,
      rows,
      (row) => readFinding(row, now),
      ({ id }) => [id],
    );
  }

  async members(findingId: string, regions: readonly string[], request: PageRequest): Promise<Page<string>> {
    const list = `regional members ${findingId}`;
    const [after] = keysetAfter(list, ['string'], request) ?? [''];
    const asked = { regions, after: after!, limit: request.first + 1 };
    const rows = await this.#ofGroup<{ account: string }>(findingId, statements.MEMBERS_IN_REGIONS, asked);
    return keysetPage(
      list,
      request,
      rows,
      ({ account }) => account,
      ({ account }) => [account],
    );
  }

  async evidence(findingId: string, regions: readonly string[], request: PageRequest): Promise<Page<EvidenceRow>> {
    const list = `regional evidence ${findingId}`;
    const asked = { regions, seen: seenBefore(list, request), limit: request.first + 1 };
    const rows = await this.#ofGroup<StoredEvidence>(findingId, statements.EVIDENCE_IN_REGIONS, asked);
    return seenPage(list, request, rows, readEvidence);
  }

  async count(findingId: string, regions: readonly string[]): Promise<SeenPart> {
    const [counts] = await this.#ofGroup<SeenPart>(findingId, statements.COUNT_IN_REGIONS, { regions });
    return counts === undefined ? { members: 0, evidence: 0 } : { members: counts.members, evidence: counts.evidence };
  }

  /** Nothing where there is no such group. */
  #ofGroup<Row>(findingId: string, statement: string, asked: Parameters): Promise<readonly Row[]> {
    return this.#connection.readAll(async (cypher: Cypher) => {
      const [found] = await cypher.run<{ group: number }>(GROUP_KEY, { findingId });
      return found === undefined ? [] : cypher.run<Row>(statement, { ...asked, group: found.group });
    });
  }
}

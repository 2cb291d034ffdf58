import type { EvidenceRow, StoredGroup } from '#domain/finding.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { RegionalFindingStore } from '#domain/ports/regional-finding-store.js';
import type { SeenPart } from '#domain/regional-group.js';
import { keysetAfter, keysetPage, seenBefore, seenPage } from '../../keyset-page.js';
import type { Database } from '../database.js';
import type { HeavyReads } from '../heavy-reads.js';
import { type EvidenceColumns, FINDING, type FindingRow, readEvidence, readFinding } from './finding-store.js';
import { runKey } from './run-key.js';

const EVIDENCE = 'finding f CROSS JOIN finding_evidence e ON e.finding_id = f.id';
const OF_GROUP = 'f.name = ?2 AND f.members > 0';
const BOTH = `${within('e.from_mention')} AND ${within('e.to_mention')}`;
const EITHER = `(${within('e.from_mention')} OR ${within('e.to_mention')})`;

const PAGE = `${FINDING} FROM finding f JOIN run r ON r.id = f.run_id
  WHERE f.run_id = ?2 AND f.members > 0 AND f.name > ?3
    AND EXISTS (SELECT 1 FROM finding_evidence e WHERE e.finding_id = f.id AND ${EITHER})
  ORDER BY f.name LIMIT ?4`;
const MEMBERS = `SELECT e.from_account AS account FROM ${EVIDENCE} WHERE ${OF_GROUP} AND ${within('e.from_mention')}
  UNION SELECT e.to_account FROM ${EVIDENCE} WHERE ${OF_GROUP} AND ${within('e.to_mention')}`;
const MEMBER_PAGE = `SELECT account FROM (${MEMBERS}) WHERE account > ?3 ORDER BY account LIMIT ?4`;
const EVIDENCE_PAGE = `SELECT e.* FROM ${EVIDENCE} WHERE ${OF_GROUP} AND ${BOTH} ORDER BY e.ordinal LIMIT ?4 OFFSET ?3`;
const COUNT = `SELECT (SELECT count(*) FROM (${MEMBERS})) AS members,
  (SELECT count(*) FROM ${EVIDENCE} WHERE ${OF_GROUP} AND ${BOTH}) AS evidence`;

export class EmbeddedRegionalFindingStore implements RegionalFindingStore {
  readonly #database: Database;
  readonly #heavy: HeavyReads;
  readonly #now: () => number;

  /** `heavy`: what is of some regions is found out by looking at all of the evidence. */
  constructor(database: Database, heavy: HeavyReads, now: () => number) {
    this.#database = database;
    this.#heavy = heavy;
    this.#now = now;
  }

  async page(runId: string, regions: readonly string[], request: PageRequest): Promise<Page<StoredGroup>> {
    const list = 'regional findings';
    const [after] = keysetAfter(list, ['string'], request) ?? [''];
    const run = runKey(this.#database, runId) ?? -1;
    const rows = await this.#heavy.all<FindingRow>(PAGE, JSON.stringify(regions), run, after!, request.first + 1);
    const now = this.#now();
    return keysetPage(
      list,
      request,
      rows,
      (row) => readFinding(row, now),
      (row) => [row.name],
    );
  }

  async members(findingId: string, regions: readonly string[], request: PageRequest): Promise<Page<string>> {
    const list = `regional members ${findingId}`;
    const [after] = keysetAfter(list, ['string'], request) ?? [''];
    const values = [JSON.stringify(regions), findingId, after!, request.first + 1];
    const rows = await this.#heavy.all<{ account: string }>(MEMBER_PAGE, ...values);
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
    const values = [JSON.stringify(regions), findingId, seenBefore(list, request), request.first + 1];
    const rows = await this.#heavy.all<EvidenceColumns>(EVIDENCE_PAGE, ...values);
    return seenPage(list, request, rows, readEvidence);
  }

  async count(findingId: string, regions: readonly string[]): Promise<SeenPart> {
    const [counts] = await this.#heavy.all<SeenPart>(COUNT, JSON.stringify(regions), findingId);
    return { members: counts!.members, evidence: counts!.evidence };
  }
}

/** Whether the mention of an id is there and lies in one of the regions of the first parameter. */
function within(mention: string): string {
  return `EXISTS (SELECT 1 FROM platform p CROSS JOIN mention m INDEXED BY mention_by_native_id ON m.platform_id = p.id
      AND m.native_id = substr(${mention}, instr(${mention}, ':') + 1) CROSS JOIN json_each(?1) own
    WHERE p.name = substr(${mention}, 1, instr(${mention}, ':') - 1) AND instr(m.region_code || '.', own.value || '.') = 1)`;
}

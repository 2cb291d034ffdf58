import type { Agency } from '#domain/agency.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { AgencyFilter, AgencyStore } from '#domain/ports/agency-store.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Cypher, Neo4jConnection } from '../connection.js';
import {
  AGENCY_PAGES,
  GET_AGENCIES,
  LINK_AGENCIES,
  LINK_DECLARED_ACCOUNTS,
  PUT_AGENCIES,
  UNKNOWN_AGENCIES,
} from './agencies.cypher.js';
import { UNKNOWN_REGIONS } from './regions.cypher.js';

interface AgencyRow {
  readonly agency: Agency;
}

export class Neo4jAgencyStore implements AgencyStore {
  readonly #connection: Neo4jConnection;

  constructor(connection: Neo4jConnection) {
    this.#connection = connection;
  }

  async get(ids: readonly string[]): Promise<readonly (Agency | null)[]> {
    const rows = await this.#connection.read<AgencyRow>(GET_AGENCIES, { ids });
    return inOrderOf(
      ids,
      rows,
      ({ agency }) => agency.id,
      ({ agency }) => agency,
    );
  }

  async page(filter: AgencyFilter, request: PageRequest): Promise<Page<Agency>> {
    const after = keysetAfter('agencies', ['string'], request);
    const rows = await this.#connection.read<AgencyRow>(AGENCY_PAGES[startOf(filter)], {
      parentId: filter.parentId ?? null,
      regionCode: filter.regionCode ?? null,
      kinds: filter.kinds === undefined ? null : [...new Set(filter.kinds)],
      after: after?.[0] ?? '',
      rows: request.first + 1,
    });
    return keysetPage(
      'agencies',
      request,
      rows,
      ({ agency }) => agency,
      ({ agency }) => [agency.id],
    );
  }

  async upsert(agencies: readonly Agency[]): Promise<void> {
    // Given twice, the last counts; in order of id, so that two writers take locks in one order.
    const rows = [...new Map(agencies.map((agency) => [agency.id, agency])).values()].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    const ids = rows.map(({ id }) => id);
    await this.#connection.write(async (cypher) => {
      await refuseUnknown(cypher, agencies);
      await cypher.run(PUT_AGENCIES, { agencies: rows });
      await cypher.run(LINK_AGENCIES, { agencies: rows });
      await cypher.run(LINK_DECLARED_ACCOUNTS, { ids });
    });
  }
}

/** The narrowest index that the filter allows; all but a region's end in the id, which is the order of the list. */
function startOf({ parentId, regionCode, kinds }: AgencyFilter): keyof typeof AGENCY_PAGES {
  if (parentId !== undefined) return 'parent';
  if (regionCode !== undefined) return 'region';
  return kinds === undefined ? 'all' : 'kinds';
}

async function refuseUnknown(cypher: Cypher, agencies: readonly Agency[]): Promise<void> {
  const given = new Set(agencies.map(({ id }) => id));
  const codes = new Set(agencies.map(({ regionCode }) => regionCode));
  const parents = new Set(agencies.flatMap(({ parentId }) => parentId ?? []).filter((id) => !given.has(id)));
  const regions = await missing(cypher, UNKNOWN_REGIONS, codes);
  const orphaned = await missing(cypher, UNKNOWN_AGENCIES, parents);
  const faults = agencies.flatMap(({ id, regionCode, parentId }) => [
    ...(regions.has(regionCode) ? [`${id}: region ${regionCode}`] : []),
    ...(parentId !== null && orphaned.has(parentId) ? [`${id}: parent ${parentId}`] : []),
  ]);
  if (faults.length > 0)
    throw new CodedError('BAD_INPUT_FILE', `agencies name what is not known: ${faults.slice(0, 20).join('; ')}`, {
      at: faults[0]!,
      hint: 'seed the regions first, and give parents before or with their children',
    });
}

async function missing(cypher: Cypher, statement: string, ids: ReadonlySet<string>): Promise<Set<string>> {
  const rows = await cypher.run<{ missing: string }>(statement, { ids: [...ids] });
  return new Set(rows.map((row) => row.missing));
}

import { CodedError } from '#domain/errors/coded-error.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { RegionStore } from '#domain/ports/agency-store.js';
import type { Region, RegionKind } from '#domain/region.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Cypher, Neo4jConnection } from '../connection.js';
import { GET_REGIONS, LINK_REGIONS, PUT_REGIONS, REGION_PAGES, UNKNOWN_REGIONS } from './regions.cypher.js';

interface RegionRow {
  readonly region: Region;
}

export class Neo4jRegionStore implements RegionStore {
  readonly #connection: Neo4jConnection;

  constructor(connection: Neo4jConnection) {
    this.#connection = connection;
  }

  async get(codes: readonly string[]): Promise<readonly (Region | null)[]> {
    const rows = await this.#connection.read<RegionRow>(GET_REGIONS, { codes });
    return inOrderOf(codes, rows, ({ region }) => region.code, readRegion);
  }

  async page(
    filter: { kinds?: readonly RegionKind[]; parentCode?: string | null },
    request: PageRequest,
  ): Promise<Page<Region>> {
    const after = keysetAfter('regions', ['string'], request);
    const rows = await this.#connection.read<RegionRow>(REGION_PAGES[startOf(filter)], {
      parentCode: filter.parentCode ?? '',
      kinds: filter.kinds ?? null,
      after: after?.[0] ?? '',
      rows: request.first + 1,
    });
    return keysetPage('regions', request, rows, readRegion, ({ region }) => [region.code]);
  }

  async upsert(regions: readonly Region[]): Promise<void> {
    const rows = [...new Map(regions.map((region) => [region.code, region])).values()]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map((region) => ({ ...region, parentCode: region.parentCode ?? '' }));
    await this.#connection.write(async (cypher) => {
      await refuseUnknownParents(cypher, regions);
      await cypher.run(PUT_REGIONS, { regions: rows });
      await cypher.run(LINK_REGIONS, { regions: rows });
    });
  }
}

function startOf({ parentCode }: { parentCode?: string | null }): keyof typeof REGION_PAGES {
  return parentCode === undefined ? 'all' : 'parent';
}

/** Provinces of the same list count, as in any order it may hold its own parents. */
async function refuseUnknownParents(cypher: Cypher, regions: readonly Region[]): Promise<void> {
  const given = new Set(regions.map(({ code }) => code));
  const ids = [...new Set(regions.flatMap(({ parentCode }) => parentCode ?? []))].filter((code) => !given.has(code));
  const unknown = new Set((await cypher.run<{ missing: string }>(UNKNOWN_REGIONS, { ids })).map((row) => row.missing));
  const lost = regions.find(({ parentCode }) => parentCode !== null && unknown.has(parentCode));
  if (lost !== undefined)
    throw new CodedError('BAD_INPUT_FILE', `region ${lost.code} lies in ${lost.parentCode}, which is not known`, {
      at: lost.code,
      hint: 'add the region that it lies in first, or in the same list',
    });
}

function readRegion({ region }: RegionRow): Region {
  return { ...region, parentCode: region.parentCode === '' ? null : region.parentCode };
}

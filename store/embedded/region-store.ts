import { CodedError } from '#domain/errors/coded-error.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { RegionStore } from '#domain/ports/agency-store.js';
import type { Region, RegionKind } from '#domain/region.js';
import { inOrderOf, keysetAfter, keysetPage } from '../keyset-page.js';
import type { Database, SqlValue } from './database.js';

interface RegionRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent_code: string | null;
}

const UPSERT = `INSERT INTO region (code, name, kind, parent_code) VALUES (?, ?, ?, ?)
  ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, parent_code = excluded.parent_code`;

export class EmbeddedRegionStore implements RegionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(codes: readonly string[]): Promise<readonly (Region | null)[]> {
    const rows = this.#database.all<RegionRow>(
      'SELECT r.* FROM json_each(?) j CROSS JOIN region r ON r.code = j.value',
      JSON.stringify(codes),
    );
    return inOrderOf(codes, rows, (row) => row.code, readRegion);
  }

  async page(
    filter: { kinds?: readonly RegionKind[]; parentCode?: string | null },
    request: PageRequest,
  ): Promise<Page<Region>> {
    const after = keysetAfter('regions', ['string'], request);
    const conditions = ['code > ?'];
    const values: SqlValue[] = [after?.[0] ?? ''];
    if (filter.parentCode !== undefined) {
      conditions.push('parent_code IS ?');
      values.push(filter.parentCode);
    }
    if (filter.kinds !== undefined) {
      conditions.push('kind IN (SELECT value FROM json_each(?))');
      values.push(JSON.stringify(filter.kinds));
    }
    const sql = `SELECT * FROM region WHERE ${conditions.join(' AND ')} ORDER BY code LIMIT ?`;
    const rows = this.#database.all<RegionRow>(sql, ...values, request.first + 1);
    return keysetPage('regions', request, rows, readRegion, (row) => [row.code]);
  }

  /** Provinces first, so that a list in any order holds its own parents. Throws BAD_INPUT_FILE for an unknown parent. */
  async upsert(regions: readonly Region[]): Promise<void> {
    this.#database.transaction(() => {
      for (const { code, name, kind, parentCode } of regions.toSorted((a, b) => a.code.length - b.code.length)) {
        if (parentCode !== null && !this.#has(parentCode))
          throw new CodedError('BAD_INPUT_FILE', `region ${code} lies in ${parentCode}, which is not known`, {
            at: code,
            hint: 'add the region that it lies in first, or in the same list',
          });
        this.#database.run(UPSERT, code, name, kind, parentCode);
      }
    });
  }

  #has(code: string): boolean {
    return this.#database.get('SELECT 1 FROM region WHERE code = ?', code) !== undefined;
  }
}

function readRegion({ code, name, kind, parent_code }: RegionRow): Region {
  return { code, name, kind: kind as RegionKind, parentCode: parent_code };
}

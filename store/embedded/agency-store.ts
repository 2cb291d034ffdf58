import type { Agency, AgencyKind } from '#domain/agency.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { AgencyFilter, AgencyStore } from '#domain/ports/agency-store.js';
import { inOrderOf, keysetAfter, keysetPage } from '../keyset-page.js';
import type { Database, SqlValue } from './database.js';

interface AgencyRow {
  readonly id: string;
  readonly name: string;
  readonly short_name: string | null;
  readonly kind: string;
  readonly region_code: string;
  readonly parent_id: string | null;
}

// Parents are set in a second pass, so that a list in any order may hold its own parents.
const UPSERT = `INSERT INTO agency (id, name, short_name, kind, region_code) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, kind = excluded.kind,
    region_code = excluded.region_code`;

export class EmbeddedAgencyStore implements AgencyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(ids: readonly string[]): Promise<readonly (Agency | null)[]> {
    const rows = this.#database.all<AgencyRow>(
      'SELECT g.* FROM json_each(?) j CROSS JOIN agency g ON g.id = j.value',
      JSON.stringify(ids),
    );
    return inOrderOf(ids, rows, (row) => row.id, readAgency);
  }

  async page(filter: AgencyFilter, request: PageRequest): Promise<Page<Agency>> {
    const after = keysetAfter('agencies', ['string'], request);
    const conditions = ['id > ?'];
    const values: SqlValue[] = [after?.[0] ?? ''];
    const add = (sql: string, ...more: SqlValue[]) => {
      conditions.push(sql);
      values.push(...more);
    };
    if (filter.kinds !== undefined) add('kind IN (SELECT value FROM json_each(?))', JSON.stringify(filter.kinds));
    if (filter.parentId !== undefined) add('parent_id = ?', filter.parentId);
    if (filter.regionCode !== undefined) {
      const within = `${filter.regionCode}.`;
      add('(region_code = ? OR substr(region_code, 1, ?) = ?)', filter.regionCode, within.length, within);
    }
    const sql = `SELECT * FROM agency WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT ?`;
    const rows = this.#database.all<AgencyRow>(sql, ...values, request.first + 1);
    return keysetPage('agencies', request, rows, readAgency, (row) => [row.id]);
  }

  async upsert(agencies: readonly Agency[]): Promise<void> {
    this.#database.transaction(() => {
      const missing = this.#missing(agencies);
      if (missing.length > 0)
        throw new CodedError('BAD_INPUT_FILE', `agencies name what is not known: ${missing.slice(0, 20).join('; ')}`, {
          at: missing[0]!,
          hint: 'seed the regions first, and give parents before or with their children',
        });
      for (const { id, name, shortName, kind, regionCode } of agencies)
        this.#database.run(UPSERT, id, name, shortName, kind, regionCode);
      for (const { id, parentId } of agencies)
        this.#database.run('UPDATE agency SET parent_id = ? WHERE id = ?', parentId, id);
    });
  }

  #missing(agencies: readonly Agency[]): string[] {
    const given = new Set(agencies.map(({ id }) => id));
    const has = (sql: string, key: string) => this.#database.get(sql, key) !== undefined;
    return agencies.flatMap(({ id, regionCode, parentId }) => {
      const faults = has('SELECT 1 FROM region WHERE code = ?', regionCode) ? [] : [`${id}: region ${regionCode}`];
      if (parentId !== null && !given.has(parentId) && !has('SELECT 1 FROM agency WHERE id = ?', parentId))
        faults.push(`${id}: parent ${parentId}`);
      return faults;
    });
  }
}

function readAgency({ id, name, short_name, kind, region_code, parent_id }: AgencyRow): Agency {
  return { id, name, shortName: short_name, kind: kind as AgencyKind, regionCode: region_code, parentId: parent_id };
}

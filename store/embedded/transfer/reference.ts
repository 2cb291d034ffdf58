import type { Agency, AgencyKind } from '#domain/agency.js';
import type { Region, RegionKind } from '#domain/region.js';
import type { Database } from '../database.js';
import { countOf, type KindTransfer, readSlice } from './kind-transfer.js';

interface RegionRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent_code: string | null;
}

interface AgencyRow {
  readonly id: string;
  readonly name: string;
  readonly short_name: string | null;
  readonly kind: string;
  readonly region_code: string;
  readonly parent_id: string | null;
}

const PUT_REGION = 'INSERT OR REPLACE INTO region (code, name, kind, parent_code) VALUES (?, ?, ?, ?)';
const PUT_AGENCY = `INSERT OR REPLACE INTO agency (id, name, short_name, kind, region_code, parent_id)
  VALUES (?, ?, ?, ?, ?, ?)`;

export function regionTransfer(database: Database): KindTransfer<'regions'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM region'),
    read: (after) =>
      readSlice<'regions', RegionRow>(
        database,
        'SELECT * FROM region WHERE code > ? ORDER BY code LIMIT ?',
        [after?.[0] ?? ''],
        ({ code, name, kind, parent_code }): Region => ({
          code,
          name,
          kind: kind as RegionKind,
          parentCode: parent_code,
        }),
        ({ code }) => [code],
      ),
    write: (records) => {
      for (const { code, name, kind, parentCode } of records) database.run(PUT_REGION, code, name, kind, parentCode);
    },
  };
}

export function agencyTransfer(database: Database): KindTransfer<'agencies'> {
  return {
    count: () => countOf(database, 'SELECT count(*) AS count FROM agency'),
    read: (after) =>
      readSlice<'agencies', AgencyRow>(
        database,
        'SELECT * FROM agency WHERE id > ? ORDER BY id LIMIT ?',
        [after?.[0] ?? ''],
        (row): Agency => ({
          id: row.id,
          name: row.name,
          shortName: row.short_name,
          kind: row.kind as AgencyKind,
          regionCode: row.region_code,
          parentId: row.parent_id,
        }),
        ({ id }) => [id],
      ),
    write: (records) => {
      for (const { id, name, shortName, kind, regionCode, parentId } of records)
        database.run(PUT_AGENCY, id, name, shortName, kind, regionCode, parentId);
    },
  };
}

import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Agency, AgencyKind } from '#domain/agency.js';
import { provinceOf, type Region, type RegionKind } from '#domain/region.js';
import { packageFile } from '#platform/package-root.js';

const NATIONAL_SEAT = '31';
const GOVERNMENT_PREFIX: Readonly<Record<RegionKind, string>> = { PROVINCE: 'prov', REGENCY: 'kab', CITY: 'kota' };

/** Provinces first, then their regencies and cities: a parent stands before its children. */
export function seedRegions(): Region[] {
  const regions = readRows('regions.csv').map(({ code, name }) => region(code!, name!));
  return regions.sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
}

/** National agencies and one government for each region, parents first. */
export function seedAgencies(): Agency[] {
  const national = readRows('national-agencies.csv').map(
    (row): Agency => ({
      id: row.id!,
      name: row.name!,
      shortName: row.short_name || null,
      kind: row.kind as AgencyKind,
      regionCode: NATIONAL_SEAT,
      parentId: null,
    }),
  );
  return [...national, ...seedRegions().map(regionalGovernment)];
}

function region(code: string, name: string): Region {
  if (code.length === 2) return { code, name, kind: 'PROVINCE', parentCode: null };
  return { code, name, kind: name.startsWith('Kota ') ? 'CITY' : 'REGENCY', parentCode: provinceOf(code) };
}

function regionalGovernment({ code, name, kind, parentCode }: Region): Agency {
  return {
    id: `${GOVERNMENT_PREFIX[kind]}-${code}`,
    name: kind === 'PROVINCE' ? `Pemerintah Provinsi ${name}` : `Pemerintah ${name}`,
    shortName: null,
    kind,
    regionCode: code,
    parentId: parentCode === null ? null : `${GOVERNMENT_PREFIX.PROVINCE}-${parentCode}`,
  };
}

function readRows(file: string): Record<string, string>[] {
  const text = readFileSync(packageFile(`seed/${file}`), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

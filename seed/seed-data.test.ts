import { isRegionCode } from '#domain/region.js';
import { seedAgencies, seedRegions } from './seed-data.js';
import { unknownRegion } from './unknown-region.js';

test('has 38 provinces and 514 regencies and cities, parents first', () => {
  const regions = seedRegions();
  expect(regions.filter(({ kind }) => kind === 'PROVINCE')).toHaveLength(38);
  expect(regions.filter(({ kind }) => kind !== 'PROVINCE')).toHaveLength(514);
  expect(regions.filter(({ kind }) => kind === 'CITY')).toHaveLength(98);
  expect(regions.every(({ code }) => isRegionCode(code))).toBe(true);
  const seen = new Set<string>();
  for (const { code, parentCode } of regions) {
    if (parentCode !== null) expect(seen).toContain(parentCode);
    seen.add(code);
  }
});

test('has a government for each region, and every agency has a known region and parent', () => {
  const codes = new Set(seedRegions().map(({ code }) => code));
  const agencies = seedAgencies();
  const ids = new Set(agencies.map(({ id }) => id));
  expect(ids.size).toBe(agencies.length);
  expect(agencies.filter(({ regionCode }) => !codes.has(regionCode))).toEqual([]);
  expect(agencies.filter(({ parentId }) => parentId !== null && !ids.has(parentId))).toEqual([]);
  expect(agencies.find(({ id }) => id === 'kota-32.73')).toMatchObject({
    name: 'Pemerintah Kota Bandung',
    parentId: 'prov-32',
  });
});

test('knows the regions that there are, and what may lie in them', () => {
  expect(unknownRegion([])).toBeUndefined();
  expect(unknownRegion(['31', '31.71', '32.73.01.1001'])).toBeUndefined();
  for (const code of ['99', '31.99', '99.01.01']) expect(unknownRegion(['31', code])).toBe(code);
});

import type { Agency } from '#domain/agency.js';
import type { Region } from '#domain/region.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

const REGIONS: readonly Region[] = [
  { code: '31.71', name: 'Kota Jakarta Selatan', kind: 'CITY', parentCode: '31' },
  { code: '31.01', name: 'Kepulauan Seribu', kind: 'REGENCY', parentCode: '31' },
  { code: '31', name: 'DKI Jakarta', kind: 'PROVINCE', parentCode: null },
  { code: '32', name: 'Jawa Barat', kind: 'PROVINCE', parentCode: null },
];
const AGENCIES: readonly Agency[] = [
  { id: 'dinkes', name: 'Dinas Kesehatan', shortName: null, kind: 'UNIT', regionCode: '31.71', parentId: 'dki' },
  { id: 'dki', name: 'Pemprov DKI', shortName: 'DKI', kind: 'PROVINCE', regionCode: '31', parentId: null },
  { id: 'jabar', name: 'Pemprov Jabar', shortName: null, kind: 'PROVINCE', regionCode: '32', parentId: null },
];

export function agencyContract(open: OpenStore): void {
  describe('regions and agencies', () => {
    const at = freshStore(open);
    const regions = (filter: Parameters<typeof at.store.regions.page>[0]) =>
      allNodes((after) => at.store.regions.page(filter, { first: 1, after }));
    const agencies = async (filter: Parameters<typeof at.store.agencies.page>[0]) =>
      (await allNodes((after) => at.store.agencies.page(filter, { first: 1, after }))).map(({ id }) => id);

    beforeEach(async () => {
      await at.store.regions.upsert(REGIONS);
      await at.store.agencies.upsert(AGENCIES);
    });

    test('regions come by code, by kind and by what they lie in', async () => {
      expect((await regions({})).map(({ code }) => code)).toEqual(['31', '31.01', '31.71', '32']);
      expect((await regions({ parentCode: null })).map(({ code }) => code)).toEqual(['31', '32']);
      expect((await regions({ parentCode: '31', kinds: ['CITY'] })).map(({ code }) => code)).toEqual(['31.71']);
      expect(await at.store.regions.get(['31.71', '99', '31'])).toEqual([REGIONS[0], null, REGIONS[2]]);
    });

    test('agencies come by id, kind, region and parent', async () => {
      expect(await at.store.agencies.get(['dki', 'none', 'dinkes'])).toEqual([AGENCIES[1], null, AGENCIES[0]]);
      expect(await agencies({})).toEqual(['dinkes', 'dki', 'jabar']);
      expect(await agencies({ kinds: ['PROVINCE'] })).toEqual(['dki', 'jabar']);
      expect(await agencies({ regionCode: '31' })).toEqual(['dinkes', 'dki']);
      expect(await agencies({ regionCode: '31.71' })).toEqual(['dinkes']);
      expect(await agencies({ parentId: 'dki', kinds: ['UNIT'] })).toEqual(['dinkes']);
      expect(await agencies({ kinds: [] })).toEqual([]);
    });

    test('what is given again replaces', async () => {
      await at.store.agencies.upsert([{ ...AGENCIES[0]!, name: 'Dinkes', parentId: null }]);
      await at.store.regions.upsert([{ ...REGIONS[3]!, name: 'West Java' }]);
      expect((await at.store.agencies.get(['dinkes']))[0]).toMatchObject({ name: 'Dinkes', parentId: null });
      expect((await at.store.regions.get(['32']))[0]!.name).toBe('West Java');
      expect(await agencies({})).toHaveLength(3);
    });

    test('refuses what names an unknown region or parent, all of the list', async () => {
      const good = { ...AGENCIES[2]!, id: 'good' };
      const lost = { ...good, id: 'lost', regionCode: '99' };
      const orphan = { ...good, id: 'orphan', parentId: 'nobody' };
      const upsert = at.store.agencies.upsert([good, lost, orphan]);
      await expect(upsert).rejects.toMatchObject({
        code: 'BAD_INPUT_FILE',
        message: expect.stringMatching(/99.*nobody/),
      });
      expect(await at.store.agencies.get(['good'])).toEqual([null]);
      const region = { code: '77.01', name: '', kind: 'CITY', parentCode: '77' } as const;
      await expect(at.store.regions.upsert([region])).rejects.toMatchObject({ code: 'BAD_INPUT_FILE' });
    });
  });
}

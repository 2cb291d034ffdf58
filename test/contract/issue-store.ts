import type { NewIssue } from '#domain/issue.js';
import { importMentions } from '../builders/import-rows.js';
import { mentionRecord } from '../builders/records.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

const FLOOD: NewIssue = {
  id: 'banjir-jakarta',
  title: 'Banjir Jakarta',
  query: 'banjir',
  ownerAgencyId: 'bnpb',
  sharedWith: ['32', '31.71'],
};

export function issueContract(open: OpenStore): void {
  describe('issues', () => {
    const at = freshStore(open);
    const listed = async (filter: Parameters<typeof at.store.issues.page>[0]) =>
      (await allNodes((after) => at.store.issues.page(filter, { first: 1, after }))).map(({ id }) => id);

    test('are kept as they were made', async () => {
      const issue = await at.store.issues.create(FLOOD);
      expect(issue).toMatchObject({ ...FLOOD, queryVersion: 1 });
      expect(await at.store.issues.get(['none', FLOOD.id])).toEqual([null, issue]);
    });

    test('refuse an id twice, a bad id and a bad query, and leave nothing behind', async () => {
      await at.store.issues.create(FLOOD);
      await expect(at.store.issues.create(FLOOD)).rejects.toMatchObject({ code: 'ISSUE_EXISTS' });
      const bad = at.store.issues.create({ ...FLOOD, id: 'new', query: 'banjir AND (' });
      await expect(bad).rejects.toMatchObject({ code: 'BAD_ISSUE_QUERY' });
      const badId = at.store.issues.create({ ...FLOOD, id: 'Not A Slug' });
      await expect(badId).rejects.toMatchObject({ code: 'BAD_PARAMETERS' });
      await expect(at.store.issues.changeQuery(FLOOD.id, '(')).rejects.toMatchObject({ code: 'BAD_ISSUE_QUERY' });
      expect(await listed({})).toEqual([FLOOD.id]);
      expect((await at.store.issues.get([FLOOD.id]))[0]!.queryVersion).toBe(1);
    });

    test('keep every version of their query', async () => {
      await at.store.issues.create(FLOOD);
      const changed = await at.store.issues.changeQuery(FLOOD.id, 'banjir OR rob');
      expect(changed).toMatchObject({ ...FLOOD, query: 'banjir OR rob', queryVersion: 2 });
      expect((await at.store.issues.changeQuery(FLOOD.id, 'banjir OR rob')).queryVersion).toBe(2);
      const versions = await at.store.issues.queryVersions(FLOOD.id);
      expect(versions.map(({ version, query }) => [version, query])).toEqual([
        [1, 'banjir'],
        [2, 'banjir OR rob'],
      ]);
    });

    test('an unknown issue is said to be unknown', async () => {
      const unknown = { code: 'NOT_FOUND' };
      await expect(at.store.issues.changeQuery('none', 'a')).rejects.toMatchObject(unknown);
      await expect(at.store.issues.queryVersions('none')).rejects.toMatchObject(unknown);
      await expect(at.store.issues.columns('none')).rejects.toMatchObject(unknown);
    });

    test('are listed by id, by owner, and by the regions that see them', async () => {
      await at.store.issues.create(FLOOD);
      await at.store.issues.create({ ...FLOOD, id: 'asap', ownerAgencyId: null, sharedWith: ['31'] });
      expect(await listed({})).toEqual(['asap', 'banjir-jakarta']);
      expect(await listed({ ownerAgencyId: 'bnpb' })).toEqual(['banjir-jakarta']);
      expect(await listed({ sharedWith: '31' })).toEqual(['asap']);
      expect(await listed({ sharedWith: '31.71' })).toEqual(['asap', 'banjir-jakarta']);
      expect(await listed({ sharedWith: '32.01' })).toEqual(['banjir-jakarta']);
      expect(await listed({ sharedWith: '33' })).toEqual([]);
    });

    test('are shared with regions, and no longer with others', async () => {
      const made = await at.store.issues.create(FLOOD);
      const share = (added: string[], notWith: string[]) => at.store.issues.share(FLOOD.id, { with: added, notWith });
      expect(await share(['32'], ['33'])).toEqual(made);
      const shared = await share(['33', '33'], ['31.71']);
      expect(shared).toMatchObject({ ...FLOOD, sharedWith: ['32', '33'], queryVersion: 1 });
      expect(await at.store.issues.get([FLOOD.id])).toEqual([shared]);
      expect(await share(['33'], ['31.71'])).toEqual(shared);
      expect((await share([], ['32', '33'])).sharedWith).toEqual([]);
      await expect(at.store.issues.share('none', { with: ['32'], notWith: [] })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      expect((await at.store.issues.changeQuery(FLOOD.id, 'rob')).sharedWith).toEqual([]);
    });

    test('are listed for who sees them: by all of their regions at once, and by the agency that owns them', async () => {
      const make = (id: string, sharedWith: string[], ownerAgencyId: string | null = null) =>
        at.store.issues.create({ ...FLOOD, id, sharedWith, ownerAgencyId });
      await make('a-province', ['32']);
      await make('b-city', ['32.73', '31'], 'bmkg');
      await make('c-own', [], 'bnpb');
      await make('d-nobody', []);
      const seen = (regions: string[], agencyId: string | null = null, more = {}) =>
        listed({ ...more, seenBy: { regions, agencyId } });
      expect(await seen(['32'])).toEqual(['a-province', 'b-city']);
      expect(await seen(['32.73'])).toEqual(['a-province', 'b-city']);
      expect(await seen(['32.04', '31.71'])).toEqual(['a-province', 'b-city']);
      expect(await seen(['3'])).toEqual([]);
      expect(await seen(['33'], 'bnpb')).toEqual(['c-own']);
      expect(await seen(['32'], 'bnpb', { ownerAgencyId: 'bmkg' })).toEqual(['b-city']);
      expect(await seen([], null)).toEqual([]);
    });

    test('a stopped change leaves the query and the mentions as they were', async () => {
      await importMentions(at.store, [mentionRecord('1', { text: 'banjir' }), mentionRecord('2', { text: 'rob' })]);
      await at.store.issues.create(FLOOD);
      const stop = () => {
        throw new Error('stopped');
      };
      await expect(at.store.issues.changeQuery(FLOOD.id, 'rob', stop)).rejects.toThrow('stopped');
      await expect(at.store.issues.create({ ...FLOOD, id: 'other' }, stop)).rejects.toThrow('stopped');
      expect((await at.store.issues.get([FLOOD.id, 'other']))[1]).toBeNull();
      expect((await at.store.issues.get([FLOOD.id]))[0]).toMatchObject({ query: 'banjir', queryVersion: 1 });
      const { items } = await at.store.mentions.page({ issueId: FLOOD.id }, 'OLDEST', { first: 9, after: null });
      expect(items.map(({ node }) => node.id)).toEqual(['x:1']);
    });
  });
}

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

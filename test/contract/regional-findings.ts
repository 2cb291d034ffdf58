import type { EvidenceRow } from '#domain/finding.js';
import { importMentions } from '../builders/import-rows.js';
import { accountRecord, mentionRecord } from '../builders/records.js';
import { evidenceOf, groupOf, resultsOf, runOf } from '../builders/run-results.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

/** Of four accounts, one mention each: of a city, of its province, of another province, and of no region. */
const REGIONS = ['31.71', '31', '32', null];

export function regionalFindingContract(open: OpenStore): void {
  describe('findings of some regions', () => {
    const at = freshStore(open);
    let members: string[];
    let rows: EvidenceRow[];

    beforeEach(async () => {
      const mentions = REGIONS.map((regionCode, i) =>
        mentionRecord(`${i}`, { account: accountRecord(`${i}`), regionCode, minute: i }),
      );
      await importMentions(at.store, mentions);
      const found = await at.store.mentions.get(REGIONS.map((_, i) => `x:${i}`));
      members = found.map((mention) => mention!.accountId);
      const row = (from: number, to: number, object: string) => ({
        ...evidenceOf(members[from]!, members[to]!, object),
        ...{ fromMentionId: `x:${from}`, toMentionId: `x:${to}` },
      });
      rows = [row(0, 2, 'a'), row(0, 1, 'b'), row(2, 3, 'c'), row(1, 0, 'd'), row(0, 3, 'e')];
      await at.store.issues.create({ id: 'i', title: '', query: 'a', ownerAgencyId: null, sharedWith: [] });
      const sorted = [...members].sort();
      const groups = [
        groupOf('r-g0', 'r', sorted, rows),
        groupOf('r-g1', 'r', [members[2]!, members[3]!].sort(), rows.slice(2, 3)),
        groupOf('r-g2', 'r', sorted.slice(0, 2)),
      ];
      await at.store.runs.put(runOf('r'));
      await at.store.runs.writeResults(runOf('r'), resultsOf('r', { groups }));
    });

    test('are those with a mention there, by id', async () => {
      const listed = async (regions: string[], run = 'r') =>
        (await allNodes((after) => at.store.regionalFindings.page(run, regions, { first: 1, after }))).map(
          ({ id, reviewState }) => `${id} ${reviewState}`,
        );
      expect(await listed(['31.71'])).toEqual(['r-g0 UNREVIEWED']);
      expect(await listed(['32'])).toEqual(['r-g0 UNREVIEWED', 'r-g1 UNREVIEWED']);
      expect(await listed(['32.73', '31.72', '3'])).toEqual([]);
      expect(await listed(['32'], 'none')).toEqual([]);
      expect(await listed([])).toEqual([]);
    });

    test('have the accounts and the evidence of these regions, page by page, and count them', async () => {
      const { regionalFindings } = at.store;
      const seen = async (regions: string[], id = 'r-g0') => ({
        accounts: await allNodes((after) => regionalFindings.members(id, regions, { first: 1, after })),
        pairs: await allNodes((after) => regionalFindings.evidence(id, regions, { first: 1, after })),
        counts: await regionalFindings.count(id, regions),
      });
      const part = (accounts: number[], pairs: number[]) => ({
        accounts: accounts.map((i) => members[i]!).sort(),
        pairs: pairs.map((i) => rows[i]!),
        counts: { members: accounts.length, evidence: pairs.length },
      });
      expect(await seen(['31'])).toEqual(part([0, 1], [1, 3]));
      expect(await seen(['31.71'])).toEqual(part([0], []));
      expect(await seen(['32', '31'])).toEqual(part([0, 1, 2], [0, 1, 3]));
      expect(await seen(['33'])).toEqual(part([], []));
      expect(await seen(['32'], 'none')).toEqual(part([], []));
    });
  });
}

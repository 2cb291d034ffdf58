import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { Database, type SqlValue } from '#store/embedded/database.js';
import { openEmbeddedStore } from '#store/embedded/embedded-store.js';
import { claimOf, foundMatch } from '../builders/claims.js';
import { emergingIssue, emergingSearch } from '../builders/emerging.js';
import { importMentions } from '../builders/import-rows.js';
import { accountRecord, mentionRecord, NEW_YEAR } from '../builders/records.js';

/** Every statement that a store runs, with its plan, as `SCAN m USING COVERING INDEX ...` lines. */
function recordPlans(): { plans: () => string[]; stop: () => void } {
  const seen: string[] = [];
  const { all } = Database.prototype;
  Database.prototype.all = function <Row>(this: Database, sql: string, ...values: readonly SqlValue[]): Row[] {
    const steps = all.call(this, `EXPLAIN QUERY PLAN ${sql}`, ...values) as { detail: string }[];
    seen.push(...steps.map(({ detail }) => detail));
    return all.call(this, sql, ...values) as Row[];
  };
  const stop = () => {
    Database.prototype.all = all;
  };
  return { plans: () => seen.splice(0), stop };
}

/** A walk through a whole table, not through an index of it or a list that the caller gave. */
const TABLE_SCAN = /^SCAN (m|p|a|i|s|mention|account|issue_mention)$/;
const SORT = /USE TEMP B-TREE FOR ORDER BY/;
const PAGE = { first: 10, after: null };

describe('plans of the embedded store', () => {
  let folder: string;
  let store: ReturnType<typeof openEmbeddedStore>;
  let recorded: ReturnType<typeof recordPlans>;
  let accountId: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jejaring-plans-'));
    store = openEmbeddedStore({ file: join(folder, 'store.db'), pseudonymize: keyedPseudonyms(Buffer.alloc(32)) });
    await store.issues.create({ id: 'i', title: '', query: 'banjir', ownerAgencyId: null, sharedWith: [] });
    const account = accountRecord('a', { handle: 'a', agencyId: 'bnpb', layer: 'L0', newsOutlet: true });
    await importMentions(store, [mentionRecord('1', { text: 'banjir', regionCode: '31.71', account })]);
    accountId = (await store.mentions.get(['x:1']))[0]!.accountId;
    recorded = recordPlans();
  });
  afterAll(async () => {
    recorded.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });

  const filters = [
    {},
    { from: NEW_YEAR, to: NEW_YEAR + 1 },
    { platforms: ['x'], kinds: ['ORIGINAL'], streams: ['SOCIAL'] },
    { regionCode: '31' },
    { regionCode: '31.71', from: NEW_YEAR },
    { issueId: 'i', from: NEW_YEAR, kinds: ['REPOST'] },
    { issueId: 'i', regionCode: '31' },
    { issueId: 'i', agencyId: 'bnpb' },
    { agencyId: 'bnpb' },
    { text: 'banjir' },
    { text: 'banjir', issueId: 'i', regionCode: '31', agencyId: 'bnpb' },
  ] as const;

  test.each(filters)('mentions by %j: no table is walked', async (filter) => {
    for (const order of ['NEWEST', 'OLDEST'] as const) {
      const { items } = await store.mentions.page(filter, order, PAGE);
      const after = items[0]?.cursor ?? null;
      await store.mentions.page(filter, order, { first: 10, after });
    }
    await store.mentions.count(filter);
    await store.mentions.timeline(filter, 60_000, 0);
    const plans = recorded.plans();
    expect(plans.length).toBeGreaterThan(4);
    expect(plans.filter((step) => TABLE_SCAN.test(step))).toEqual([]);
  });

  test.each([{}, filters[2], filters[3], filters[5], { accountId: 'of the mention' }])(
    'a page of mentions by %j is read in order, not sorted',
    async (filter) => {
      await store.mentions.page('accountId' in filter ? { accountId } : filter, 'NEWEST', PAGE);
      const plans = recorded.plans();
      expect(plans.some((step) => /USING (COVERING )?INDEX|USING PRIMARY KEY/.test(step))).toBe(true);
      expect(plans.filter((step) => SORT.test(step) || TABLE_SCAN.test(step))).toEqual([]);
    },
  );

  test.each([{}, { platforms: ['x'] }, { agencyId: 'bnpb' }, { newsOutlet: true }, { handle: 'a' }])(
    'a page of accounts by %j is read in order, not sorted',
    async (filter) => {
      await store.accounts.page(filter, PAGE);
      await store.accounts.get([accountId]);
      expect(recorded.plans().filter((step) => SORT.test(step) || TABLE_SCAN.test(step))).toEqual([]);
    },
  );

  test('mentions outside issues are read in order, and issues by the key of their memberships', async () => {
    await store.mentions.outsideIssues(NEW_YEAR, NEW_YEAR + 60_000, PAGE);
    const plans = recorded.plans();
    expect(plans).toEqual(
      expect.arrayContaining([expect.stringMatching(/^SEARCH m USING (COVERING )?INDEX mention_by_time/)]),
    );
    expect(plans).toEqual(expect.arrayContaining([expect.stringMatching(/^SEARCH i USING PRIMARY KEY/)]));
    expect(plans.filter((step) => SORT.test(step) || TABLE_SCAN.test(step))).toEqual([]);
  });

  test('accounts of several layers are gathered from their index', async () => {
    await store.accounts.page({ layers: ['L0', 'L1'] }, PAGE);
    expect(recorded.plans().filter((step) => TABLE_SCAN.test(step))).toEqual([]);
  });

  test('the history of a group is read from its index: no body of a finding is', async () => {
    await store.findings.ofLine('r-g1', { first: 10, after: null });
    const ofFindings = recorded.plans().filter((step) => /^(SEARCH|SCAN) f\b/.test(step));
    expect(ofFindings).toEqual([
      expect.stringMatching(/^SEARCH f USING COVERING INDEX finding_by_line \(stable_id=\?\)/),
    ]);
    await store.findings.page('r', { first: 10, after: null });
    expect(recorded.plans().filter((step) => /^SEARCH f\b.*COVERING/.test(step))).toEqual([]);
  });

  test('groups of some regions are read in the order of their ids, and evidence by its group', async () => {
    const { regionalFindings } = store;
    await regionalFindings.page('r', ['31'], PAGE);
    const plans = recorded.plans();
    expect(plans.filter((step) => /^(SEARCH|SCAN) f\b/.test(step))).toEqual([
      expect.stringMatching(/^SEARCH f USING INDEX finding_by_id \(run_id=\? AND name>\?\)/),
    ]);
    expect(plans.filter((step) => SORT.test(step))).toEqual([]);
    await regionalFindings.members('g', ['31'], PAGE);
    await regionalFindings.evidence('g', ['31'], PAGE);
    await regionalFindings.count('g', ['31']);
    const all = [...plans, ...recorded.plans()];
    expect(all.filter((step) => /^SEARCH e USING .*finding_id=\?/.test(step)).length).toBeGreaterThan(4);
    expect(all.filter((step) => TABLE_SCAN.test(step) || /^SCAN [ef]$/.test(step))).toEqual([]);
  });

  test('lists of claims, of matches and of decisions are read in order, not sorted', async () => {
    await store.claims.put([claimOf('a')]);
    await store.claims.putMatches(['x:1'], [foundMatch('a', 'x:1', 1)]);
    await store.claims.decide({ claimId: 'a', mentionId: 'x:1', id: 'd', verdict: 'CONFIRMED', by: 'b', reason: 'r' });
    await store.claims.page(PAGE);
    await store.claims.get(['a']);
    await store.claims.matches([{ claimId: 'a', mentionId: 'x:1' }]);
    await store.claims.matchesOfClaims(['a'], null, PAGE);
    await store.claims.matchesOfClaims(['a'], 'CONFIRMED', PAGE);
    await store.claims.matchesOfMentions(['x:1'], PAGE);
    await store.claims.decisions([{ claimId: 'a', mentionId: 'x:1' }], PAGE);
    await store.claims.repostsFromOutside({ claimId: 'a', issueId: 'i' });
    const plans = recorded.plans();
    for (const index of ['claim_match_by_claim', 'claim_match_by_mention', 'claim_match_by_state'])
      expect(plans.some((step) => step.includes(index))).toBe(true);
    expect(plans.filter((step) => SORT.test(step) || TABLE_SCAN.test(step))).toEqual([]);
  });

  test('lists of emerging issues, of searches and of decisions are read in order, not sorted', async () => {
    const search = emergingSearch('s', 1);
    await store.emerging.put(search, [emergingIssue(['a'], search.to)]);
    const [candidate] = (await store.emerging.page('CANDIDATE', PAGE)).items;
    const key = { id: 'd', candidateId: candidate!.node.id, verdict: 'DISMISSED', issueId: null } as const;
    await store.emerging.decide({ ...key, by: 'b', reason: 'r' });
    await store.emerging.get([key.candidateId]);
    await store.emerging.searches(['s']);
    await store.emerging.searchPage(PAGE);
    await store.emerging.decisions(key.candidateId, PAGE);
    const plans = recorded.plans();
    for (const index of ['emerging_issue_by_place', 'emerging_search_by_time'])
      expect(plans.some((step) => step.includes(index))).toBe(true);
    expect(plans.filter((step) => SORT.test(step) || TABLE_SCAN.test(step))).toEqual([]);
  });

  test('a table walk would be seen', async () => {
    const database = new Database(join(folder, 'store.db'));
    database.all('SELECT * FROM mention m WHERE m.text = ?', 'x');
    database.close();
    expect(recorded.plans().some((step) => TABLE_SCAN.test(step))).toBe(true);
  });

  test('an import finds what it has by its keys', async () => {
    await importMentions(store, [
      mentionRecord('2', { text: 'banjir', kind: 'REPOST', parentNativeId: '1' }),
      mentionRecord('1', { text: 'kopi', regionCode: '31.71', account: accountRecord('a', { agencyId: 'bnpb' }) }),
    ]);
    expect(recorded.plans().filter((step) => TABLE_SCAN.test(step))).toEqual([]);
  });
});

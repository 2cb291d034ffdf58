import { clusterParts } from '#domain/hoax-cluster/cluster-parts.js';
import { clusterSummary } from '#domain/hoax-cluster/cluster-summary.js';
import { groupsInside } from '#domain/hoax-cluster/groups-inside.js';
import { carried, matchIn, repostOf } from '../../../test/builders/carried-mentions.js';
import { claimOf, claimReview, foundMatch } from '../../../test/builders/claims.js';
import { importMentions } from '../../../test/builders/import-rows.js';
import { accountRecord, mentionRecord } from '../../../test/builders/records.js';
import { ACCOUNT_IDS, group, publicAccounts, reportDocument } from '../../../test/builders/report-input.js';
import { withTemporaryStore } from '../../../test/builders/temporary-store.js';
import { renderReport } from './render-report.js';
import { withClaims } from './report-claims.js';
import type { ReportClaims } from './reported-claims.js';
import { REPORT_LANGUAGES, REPORT_TEXTS } from './texts/catalogues.js';

const HOUR = 3_600_000;
const JAKARTA = 7 * HOUR;
const nobody = { agencies: new Map(), regions: new Map(), histories: new Map(), sharedWith: [] };
const input = { document: reportDocument(), queryVersion: 2, publicAccounts: publicAccounts(), ...nobody };

/** Told by a member of the group and reposted by another; denied by an agency's account four and a half hours later. */
function told(state: 'CONFIRMED' | 'CANDIDATE'): ReportClaims {
  const parts = clusterParts([
    carried(0, { accountId: ACCOUNT_IDS[20]!, match: matchIn(state, { decidedBy: 'Sari <b>' }) }),
    repostOf(0, HOUR, { accountId: ACCOUNT_IDS[21]! }),
    carried(4.5 * HOUR, { accountId: ACCOUNT_IDS[0]!, declared: true, match: matchIn('DENIES') }),
    carried(5 * HOUR, { accountId: ACCOUNT_IDS[9]!, match: matchIn('CANDIDATE', { method: 'review-url' }) }),
  ]);
  const cluster = { claimId: 'k', issueId: 'i', parts, isCut: false, outsideReposts: 1234 };
  const groups = groupsInside([group()], parts);
  const claim = claimOf('k', {
    texts: ['bendungan <jebol>'],
    reviews: [claimReview('https://cek.example/1', { publisher: 'Cek' })],
  });
  const summary = clusterSummary(cluster, JAKARTA, 5);
  return { clusters: [{ claim, summary, groups, groupCount: 1 }], decided: 1, undecided: 3, candidates: 12 };
}

describe.each(REPORT_LANGUAGES)('claims in the report in %s', (language) => {
  const words = REPORT_TEXTS[language].claims;
  const render = (claims?: ReportClaims) =>
    renderReport({ ...input, ...(claims === undefined ? {} : { claims }) }, { language, zone: 'wib' });
  const html = render(told('CONFIRMED'));

  test('what people confirmed stands with their names and the rating of the fact-checker, and what waits for them', () => {
    expect(html).toContain('<a href="#claims">');
    expect(html).toContain('bendungan &lt;jebol>');
    expect(html).toContain(words.rated('Cek', 'Salah'));
    expect(html).toContain('Sari &lt;b>');
    expect(html).toContain(words.undecided('3', '12'));
    expect(html).toContain(words.outside(language === 'id' ? '1.234' : '1,234'));
    expect(html).toContain(REPORT_TEXTS[language].nOfN('1', '1'));
  });

  test('the race is a chart with its figures, and who is public is named among the first', () => {
    expect(html).toContain('id="race-0-');
    expect(html).toContain(words.lagFirst(language === 'id' ? '4,5 jam' : '4.5 h', false));
    expect(html).toContain('@bnpb_simulasi');
    expect(html).toContain(words.groupNote);
  });

  test('before both sides are confirmed no lag is told; without a match of a claim there is no such section', () => {
    expect(render(told('CANDIDATE'))).toContain(words.noRace);
    expect(render()).not.toContain('#claims');
  });
});

test('the claims of an issue are gathered with the names of those who were first, the undecided ones counted', async () => {
  await withTemporaryStore(async (store) => {
    const outlet = accountRecord('outlet', { handle: 'warta', newsOutlet: true });
    await importMentions(store, [
      mentionRecord('1', { text: 'air' }),
      mentionRecord('2', { text: 'air', minute: 90, account: outlet }),
    ]);
    const { id } = input.document.issue;
    await store.issues.create({ id, title: 'A', query: 'air', ownerAgencyId: null, sharedWith: [] });
    expect(await withClaims(store, input, JAKARTA)).toBe(input);
    await store.claims.put([claimOf('a'), claimOf('b')]);
    const found = ['1', '2'].flatMap((mention) => ['a', 'b'].map((claim) => foundMatch(claim, `x:${mention}`, 0.5)));
    await store.claims.putMatches(['x:1', 'x:2'], found);
    for (const by of ['Sari', 'Budi'])
      for (const [mention, verdict] of [
        ['1', 'CONFIRMED'],
        ['2', 'DENIES'],
      ] as const) {
        const decision = { claimId: 'a', mentionId: `x:${mention}`, verdict, id: `${mention} ${by}`, by, reason: 'r' };
        await store.claims.decide(decision);
      }
    const { claims, publicAccounts: named } = await withClaims(store, input, JAKARTA);
    expect(claims).toMatchObject({ decided: 1, undecided: 1, candidates: 2 });
    expect(claims!.clusters[0]!.summary.race.lag).toEqual({ first: 90 * 60_000, half: 90 * 60_000 });
    const { accountId } = claims!.clusters[0]!.summary.roles.DENIES.first[0]!;
    expect(named.get(accountId)?.handle).toBe('warta');
    expect(named.size).toBe(input.publicAccounts.size + 1);
  });
});

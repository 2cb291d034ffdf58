import type { RunDocument } from '#domain/run-document.js';
import {
  ACCOUNT_IDS,
  community,
  evidence,
  group,
  publicAccounts,
  reportDocument,
} from '../../../test/builders/report-input.js';
import { renderReport } from './render-report.js';
import type { ReportInput } from './report-input.js';
import type { ReportOptions } from './report-view.js';
import { REPORT_LANGUAGES, REPORT_TEXTS } from './texts/catalogues.js';

const ENGLISH: ReportOptions = { language: 'en', zone: 'wib' };
const SECTIONS = [
  'brief',
  'timeline',
  'regions',
  'network',
  'communities',
  'accounts',
  'cascades',
  'groups',
  'coverage',
  'method',
  'manifest',
];
const HOSTILE = `<script>alert(1)</script>"><img src=x onerror=alert(2)>\u202egnorw\u0000</style><svg onload=alert(3)>`;

function inputOf(over: Partial<RunDocument> = {}): ReportInput {
  const nobody = { agencies: new Map(), regions: new Map(), histories: new Map(), sharedWith: [HOSTILE] };
  return { document: reportDocument(over), queryVersion: 2, publicAccounts: publicAccounts(), ...nobody };
}

function render(over: Partial<RunDocument> = {}, options = ENGLISH): string {
  return renderReport(inputOf(over), options);
}

describe.each(REPORT_LANGUAGES)('the report in %s', (language) => {
  const html = render({}, { language, zone: 'wita' });

  test('names its language and has every section, each with a heading that labels it', () => {
    expect(html).toContain(`<html lang="${language}">`);
    for (const id of SECTIONS) {
      expect(html).toContain(`<section id="${id}" aria-labelledby="${id}-title">`);
      expect(html).toContain(`<h2 id="${id}-title">`);
      expect(html).toContain(`<a href="#${id}">`);
    }
  });

  test('says where accounts stand in the network, and how sure that is', () => {
    const { measures, method } = REPORT_TEXTS[language];
    expect(html).toContain(measures.components('3', '500'));
    expect(html).toContain(measures.samplings.UNIFORM('870'));
    expect(html).toContain(language === 'id' ? '4.322 ± 988' : '4,322 ± 988');
    expect(html).toContain(measures.pageRankValue);
    expect(html).toContain(language === 'id' ? '12,5' : '12.5');
    expect(html).toContain(method.communityMethod);
    const { samplings } = measures;
    expect(new Set(Object.values(samplings).map((words) => words('7'))).size).toBe(3);
  });

  test('a run from before there were engines says what it did then, and nothing of what it did not measure', () => {
    const { measures: _measures, parameters, ...before } = reportDocument();
    const { engine: _engine, communityMethod: _method, ...asked } = parameters;
    const document = { ...before, parameters: asked } as RunDocument;
    const old = renderReport({ ...inputOf(), document }, { language, zone: 'wita' });
    const { measures, method } = REPORT_TEXTS[language];
    expect(old).toContain(method.engines.IN_PROCESS);
    expect(old).toContain('Louvain');
    expect(old).not.toContain(measures.pageRankValue);
    expect(old).not.toContain(REPORT_TEXTS[language].issue.otherParameters);
  });

  test('loads nothing: no script, no address in any attribute or style that a browser would fetch', () => {
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|audio|video|source|base|form)\b/i);
    expect(html).not.toMatch(/\b(src|srcset|xlink:href|action|poster|data)="/i);
    expect([...html.matchAll(/href="([^"]*)"/g)].every(([, target]) => target!.startsWith('#'))).toBe(true);
    expect(html).not.toMatch(/@import|url\((?!#)/i);
    expect(
      html.replaceAll('http://www.w3.org/2000/svg', '').replaceAll('http://www.w3.org/1999/xlink', ''),
    ).not.toMatch(/https?:\/\//);
  });

  test('has the same bytes when it is rendered again', () => {
    expect(render({}, { language, zone: 'wita' })).toBe(html);
  });

  test('describes its charts in words', () => {
    const { timeline, network } = REPORT_TEXTS[language];
    expect([...html.matchAll(/role="img" aria-label="([^"]{40,})"/g)]).toHaveLength(2);
    expect(html).toContain(timeline.heading);
    expect(html).toContain(network.heading);
  });

  test('measures timing and content, and never says what accounts are', () => {
    expect(html).not.toMatch(/\b(bots?|buzzers?|buzzer|inauthentic|autentik|palsu|robot|troll)\b/i);
  });
});

describe('the report', () => {
  test('names declared accounts with agency and layer and news outlets, and nobody else', () => {
    const html = render();
    expect(html).toContain('@bnpb_simulasi');
    expect(html).toContain('bnpb · L0');
    expect(html).toContain('@kabarfiktif');
    expect([...new Set([...html.matchAll(/@[a-z]\w+/g)].map(([name]) => name))].sort()).toEqual([
      ...['@bnpb_simulasi', '@kabarfiktif', '@media', '@page'],
    ]);
    for (const id of ACCOUNT_IDS.slice(10, 20)) expect(html).toContain(`<code class="pseudonym">${id}</code>`);
  });

  test('identifies no post: an id would lead to the person behind a pseudonym', () => {
    expect(render()).not.toMatch(/71000000000/);
  });

  test('says n of N wherever it shows less than all', () => {
    const html = render({ groups: [group({ members: ACCOUNT_IDS, evidenceCount: 4321 })] });
    expect(html).toContain('30 of 567 accounts');
    expect(html).toContain('29 of 900 edges');
    expect(html).toContain('2 of 7');
    expect(html).toContain('2 of 4,321 rows');
    expect(html).toContain('40 of 40');
  });

  test('says in plain words how much chance gives, and what share each ordinary explanation covers', () => {
    const html = render({ groups: [group(), group({ id: 'run-0123456789abcdef-g2' })] });
    expect(html.match(/Shuffled copies of the same data give 1.4 of 66 pairs: mean over 20 copies/g)).toHaveLength(1);
    expect(html).toContain('appears in 1 of 20 copies');
    expect(html).toContain('News syndication');
    expect(html).toContain('25%');
  });

  test('says so when chance was not computed', () => {
    const unknown = { observedPairs: 3, expectedPairs: 0, copiesWithGroupAsLarge: 0, copies: 0, binHours: 6 };
    expect(render({ groups: [group({ chance: unknown })] })).toContain('chance is unknown');
  });

  test('marks a group that agencies declare, by the same rule as any other group', () => {
    const declared = group({ explanations: [{ kind: 'DECLARED_GOVERNMENT_AMPLIFICATION', share: 0.8 }] });
    const badge = '<span class="tag strong">declared government amplification</span>';
    expect(render({ groups: [declared] })).toContain(badge);
    expect(render()).not.toContain(badge);
  });

  test('escapes whatever comes from outside', () => {
    const issue = {
      ...reportDocument().issue,
      title: HOSTILE,
      query: HOSTILE,
      ownerAgencyId: HOSTILE,
    };
    const html = render({
      issue,
      communities: [community(0, HOSTILE)],
      groups: [
        group({
          evidence: [
            evidence('CO_HASHTAG', HOSTILE),
            evidence('CO_HASHTAG_SEQUENCE', HOSTILE),
            evidence('CO_LINK', `https://x.example/${HOSTILE}`),
          ],
        }),
      ],
      coverage: { ...reportDocument().coverage, byPlatform: { [HOSTILE]: 1234 } },
    });
    expect(html).not.toMatch(/<script|<img|<svg onload/i);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/[\u202e\0]/);
    expect(html).toContain('&lt;script>alert(1)');
  });

  test('shows the times of the zone asked for, and names it', () => {
    const wib = render();
    const wit = render({}, { language: 'en', zone: 'wit' });
    expect(wib).toContain('2 Mar 2026, 00:00 WIB');
    expect(wit).toContain('2 Mar 2026, 02:00 WIT');
    expect(wit).toContain('Times in WIT (UTC+9); stored in UTC.');
  });

  test('writes numbers as the language does', () => {
    expect(render()).toContain('1,234');
    expect(render({}, { language: 'id', zone: 'wib' })).toContain('1.234');
  });

  test('stands when the issue has no mentions', () => {
    const nothing = reportDocument();
    const html = render({
      coverage: {
        ...nothing.coverage,
        mentions: 0,
        accounts: 0,
        from: null,
        to: null,
        byPlatform: {},
        byProvince: {},
        withRegion: 0,
      },
      ...{ firstMention: null, busiestHour: null },
      timeline: { bucketMs: 3_600_000, buckets: [] },
      network: { ...nothing.network, picture: { accounts: 0, edges: 0, nodes: [], links: [] } },
      ...{ mostAmplified: [], mostActive: [], firstMovers: [], communities: [], groups: [] },
      cascades: { count: 0, lone: 0, largest: [] },
    });
    expect(html).toContain('The issue has no mentions.');
    expect(html).toContain('None were found with these parameters.');
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the first page of the report', () => {
  const page = (over: Partial<RunDocument> = {}, options = ENGLISH) => {
    const html = render(over, options);
    return html
      .slice(html.indexOf('<section id="brief"'), html.indexOf('<section id="timeline"'))
      .replace(/<[^>]+>/g, '');
  };
  const byChance = (i: number) => group({ id: `c${i}`, chance: { ...group().chance, copiesWithGroupAsLarge: 0.9 } });
  const declared = group({ id: 'd', explanations: [{ kind: 'DECLARED_GOVERNMENT_AMPLIFICATION', share: 0.8 }] });

  test('says how many groups stand out, and counts those that chance or the ordinary explains apart', () => {
    expect(page({ groups: [byChance(1), group(), declared, byChance(2)] })).toContain(
      '1 of 4 groups stands out from chance (no more than 1 in 20 shuffled copies has one as large); 1 is mostly declared government amplification or news syndication (50% of the members or more); 2 are no larger than what shuffled copies show.',
    );
  });

  test('does not judge what too few copies cannot tell', () => {
    const few = group({ chance: { ...group().chance, copies: 5, copiesWithGroupAsLarge: 0 } });
    expect(page({ groups: [few] })).toContain('0 of 1 group stand out');
    expect(page({ groups: [few] })).toContain('1 cannot be told from chance');
  });

  test('says who carried it, where it began, when it was busiest and how good the data is', () => {
    const text = page();
    expect(text).toContain('@bnpb_simulasi bnpb · L0 amplified 90×');
    expect(text).toContain(`${ACCOUNT_IDS[2]} amplified 88×`);
    expect(text).not.toContain('amplified 87×');
    expect(text).toContain(`2 Mar 2026, 00:00:00 WIB, on TikTok, by ${ACCOUNT_IDS[6]}`);
    expect(text).toContain('From 2 Mar 2026, 04:00 WIB: 20 mentions');
    expect(text).toContain('31 40.5%, 32 16.2%, 33 8.1%, without region 35.2%; X 67.6%, TikTok 32.4%');
    expect(text).toContain('follower counts of 88.2% of accounts are known');
  });

  test('says when times are coarse, there and beside the groups, and prints no seconds then', () => {
    const html = render({ coverage: { ...reportDocument().coverage, timeStepMs: 60_000 } });
    expect(html).toContain('times are whole minutes');
    expect(html.match(/co-timing within 10 seconds means “in the same minute”/g)).toHaveLength(2);
    expect(html).not.toMatch(/\d\d:\d\d:\d\d/);
    expect(html).not.toMatch(/\d s</);
  });

  test('says when the query changed after the run, and which parameters are not the usual ones', () => {
    const parameters = { ...reportDocument().parameters, mode: 'COMPATIBLE' as const, windowSeconds: 3600 };
    const html = renderReport({ ...inputOf({ parameters }), queryVersion: 3 }, ENGLISH);
    expect(html).toContain('This run used version 2 of the query; the query is now at version 3.');
    expect(html).toContain('Window (s): 3,600 (default 60)');
    expect(html).toContain('within one hour of each other');
    expect(render()).not.toContain('the query is now at');
    expect(render()).not.toContain('Parameters other than the defaults');
  });
});

describe('the regions of the report', () => {
  test('names provinces where the store knows them, sums up the rest and counts mentions without region', () => {
    const coverage = { ...reportDocument().coverage, withRegion: 66 };
    const byProvince = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [String(31 + i), 11 - i]));
    const jakarta = { code: '31', name: 'DKI Jakarta', kind: 'PROVINCE' as const, parentCode: null };
    const input = { ...inputOf({ coverage: { ...coverage, byProvince } }), regions: new Map([['31', jakarta]]) };
    const text = renderReport(input, ENGLISH).replace(/<[^>]+>/g, '|');
    expect(text).toContain('Provinces: 10 of 11');
    expect(text).toMatch(/DKI Jakarta\|+11\|/);
    expect(text).toMatch(/other provinces\|+1\|/);
    expect(text).toMatch(/without region\|+1,168\|/);
  });
});

describe('the groups of the report', () => {
  test('say where those are that the overview leaves out, and number evidence as the API does', () => {
    const groups = Array.from({ length: 16 }, (_, i) => group({ id: `g${i}` }));
    const html = render({ groups });
    expect(html).toContain('All groups: 15 of 16');
    expect(html).toContain('Issue.coTimedGroups of run run-0123456789abcdef');
    expect(html).toContain('<th scope="row" class="number">7</th>');
    expect(render()).not.toContain('Issue.coTimedGroups');
  });
});

test('no community is without a mark while a smaller one has one, and the legend lists those drawn', () => {
  const plain = reportDocument();
  const nodes = plain.network.picture.nodes.map((node, i) => ({ ...node, community: [0, 3, 6][i % 3]! }));
  const html = render({ network: { ...plain.network, picture: { ...plain.network.picture, nodes } } });
  const legend = /<ul class="key" aria-label="Communities">(.*?)<\/ul>/s.exec(html)![1]!.replace(/<[^>]+>/g, '');
  expect(legend.match(/Community \d/g)).toEqual(['Community 1', 'Community 4', 'Community 7']);
  const communities = Array.from({ length: 8 }, (_, i) => community(i));
  const table = render({ communities }).split('<section id="communities"')[1]!.split('</section>')[0]!;
  expect(table.match(/class="mark"/g)).toHaveLength(8);
  expect(table).not.toContain('#b5b5b5');
});

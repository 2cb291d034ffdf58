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
  return { document: reportDocument(over), publicAccounts: publicAccounts(), agencies: new Map(), regions: new Map() };
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
    const html = render();
    expect(html).toContain('Shuffled copies of the same data give 1.4 of 66 pairs: mean over 20 copies');
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
      sharedWith: [HOSTILE],
    };
    const html = render({
      issue,
      communities: [community(0, HOSTILE)],
      groups: [
        group({ evidence: [evidence('CO_HASHTAG', HOSTILE), evidence('CO_LINK', `https://x.example/${HOSTILE}`)] }),
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
      coverage: { ...nothing.coverage, mentions: 0, accounts: 0, from: null, to: null, byPlatform: {} },
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

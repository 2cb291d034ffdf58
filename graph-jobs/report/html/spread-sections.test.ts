import type { RunDocument } from '#domain/run-document.js';
import { publicAccounts, reportDocument } from '../../../test/builders/report-input.js';
import { renderReport } from './render-report.js';
import type { ReportOptions } from './report-view.js';
import { REPORT_LANGUAGES, REPORT_TEXTS } from './texts/catalogues.js';

function render(over: Partial<RunDocument>, options: ReportOptions): string {
  const nobody = { agencies: new Map(), regions: new Map(), histories: new Map(), sharedWith: [] };
  const input = { document: reportDocument(over), queryVersion: 2, publicAccounts: publicAccounts(), ...nobody };
  return renderReport(input, options);
}

describe.each(REPORT_LANGUAGES)('communities and hops in %s', (language) => {
  const { spread } = REPORT_TEXTS[language];
  const table = { steps: 90, known: 40, hops: 7, ways: 9, commonest: [{ from: '31', to: '32', times: 5 }] };
  const network = {
    ...reportDocument({}).network,
    stability: { partitions: 10, adjustedRand: 0.91, lowestAdjustedRand: 0.85, variationOfInformation: 0.04 },
  };

  test('a community is called by what marks it, with n of N here and elsewhere, and says how far it is found again', () => {
    const html = render({ network }, { language, zone: 'wib' });
    expect(html).toContain(spread.sharedBy('61', '200', '7', '367'));
    expect(html).toContain(spread.foundAgain);
    const [mean, lowest] = language === 'id' ? ['0,91', '0,85'] : ['0.91', '0.85'];
    expect(html).toContain(spread.stability('10', mean, lowest, '4%'));
  });

  test('the latest window stands beside all earlier ones, and says when they are too few', () => {
    const past = { windows: 47, median: 13, most: 21, percentile: 97.9 };
    const growth = [
      { hours: 1, first: 2, latest: 1234, past },
      { hours: 6, first: 2, latest: 30, past: { windows: 7, median: 13, most: 21, percentile: null } },
    ];
    const html = render({ growth }, { language, zone: 'wib' });
    for (const text of [
      spread.growth.lead,
      spread.growth.tooFew,
      language === 'id' ? '97,9' : '97.9',
      language === 'id' ? '1.234' : '1,234',
    ])
      expect(html).toContain(text);
    expect(render({}, { language, zone: 'wib' })).not.toContain(spread.growth.lead);
  });

  test('hops stand beside the steps of which both places are known', () => {
    const html = render(
      { hops: { platforms: table, provinces: table, streams: { ...table, ways: 0, commonest: [] } } },
      { language, zone: 'wib' },
    );
    expect(html).toContain(spread.hops.lead);
    expect(html).toContain(REPORT_TEXTS[language].nOfN('40', '90'));
    expect(html).toContain('31 → 32');
    expect(render({}, { language, zone: 'wib' })).not.toContain(spread.hops.lead);
  });
});

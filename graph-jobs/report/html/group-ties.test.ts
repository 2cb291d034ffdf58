import { group, publicAccounts, reportDocument } from '../../../test/builders/report-input.js';
import { renderReport } from './render-report.js';
import { REPORT_LANGUAGES, REPORT_TEXTS } from './texts/catalogues.js';

const render = (groups: readonly ReturnType<typeof group>[], language: 'id' | 'en') => {
  const names = { publicAccounts: publicAccounts(), agencies: new Map(), regions: new Map() };
  const input = { document: reportDocument({ groups }), queryVersion: 2, ...names };
  return renderReport(input, { language, zone: 'wib' });
};

describe.each(REPORT_LANGUAGES)('the report in %s', (language) => {
  test('says what ties a group, and what the shares are of', () => {
    const html = render([group()], language);
    expect(html).toContain(
      language === 'id' ? 'Terikat oleh tautan 62,5%, unggah ulang 37,5%' : 'Tied by links 62.5%, reposts 37.5%',
    );
    expect(html).toContain(REPORT_TEXTS[language].ties.shareOf.CALIBRATED);
  });

  test('says nothing of it where the run did not measure it', () => {
    const { attribution: _none, ...older } = group();
    expect(render([older], language)).not.toContain(REPORT_TEXTS[language].ties.tiedBy('').trim());
  });
});

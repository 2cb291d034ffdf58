import { publicAccounts, reportDocument } from '../../../test/builders/report-input.js';
import { renderReport } from './render-report.js';
import { REPORT_LANGUAGES, REPORT_TEXTS } from './texts/catalogues.js';

test.each(REPORT_LANGUAGES)(
  'in %s: what the bound on crowds left out, and nothing where it left out nothing',
  (language) => {
    const nobody = { agencies: new Map(), regions: new Map(), histories: new Map(), sharedWith: [] };
    const rendered = (crowdedObjects?: number) => {
      const document = reportDocument({ crowdedObjects });
      return renderReport(
        { document, queryVersion: 2, publicAccounts: publicAccounts(), ...nobody },
        { language, zone: 'wib' },
      );
    };
    const words = (objects: string) =>
      REPORT_TEXTS[language].groups.crowds(objects, language === 'id' ? '100.000.000' : '100,000,000');
    expect(rendered(2)).toContain(words('2'));
    const nothing = words('0').slice(-60);
    expect(rendered(2)).toContain(nothing);
    expect(rendered(0)).not.toContain(nothing);
    expect(rendered()).not.toContain(nothing);
  },
);

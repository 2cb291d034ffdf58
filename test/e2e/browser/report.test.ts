import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderReport } from '#graph-jobs/report/html/render-report.js';
import { REPORT_LANGUAGES } from '#graph-jobs/report/html/texts/catalogues.js';
import { publicAccounts, reportDocument } from '../../builders/report-input.js';
import { describeBrowser, watchPage } from './chromium.js';

describeBrowser('the report', (browser) => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-report-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(REPORT_LANGUAGES)('in %s stands alone, fits a phone and prints', async (language) => {
    const file = join(folder, `${language}.html`);
    const input = {
      document: reportDocument(),
      queryVersion: 2,
      publicAccounts: publicAccounts(),
      agencies: new Map(),
      regions: new Map(),
      histories: new Map(),
      sharedWith: [],
    };
    writeFileSync(file, renderReport(input, { language, zone: 'wib' }));
    const page = await browser().newPage({ viewport: { width: 390, height: 844 } });
    const url = pathToFileURL(file).href;
    const seen = watchPage(page, url);
    await page.goto(url);
    expect(seen).toEqual({ outside: [], errors: [] });
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    const pictures = page.locator('svg');
    expect(await pictures.count()).toBeGreaterThanOrEqual(2);
    for (const picture of await pictures.all()) expect((await picture.boundingBox())?.width).toBeGreaterThan(0);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await page.close();
  });
});

import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { skipVisibly } from '../../real-data.js';

const EXECUTABLES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = EXECUTABLES.find(existsSync);

/** A suite in a real browser: skipped visibly where none is installed, a failure with REQUIRE_REAL=1. */
export function describeBrowser(name: string, suite: (browser: () => Browser) => void): void {
  if (executablePath === undefined && process.env.REQUIRE_REAL !== '1') {
    skipVisibly(name, 'no Chromium');
    return;
  }
  describe(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({
        ...(executablePath !== undefined && { executablePath }),
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
      });
    });
    afterAll(() => browser.close());
    suite(() => browser);
  });
}

/** Everything that a page asked for outside `allowed`, and every error it met. */
export function watchPage(page: Page, allowed: string): { outside: string[]; errors: string[] } {
  const seen = { outside: [] as string[], errors: [] as string[] };
  page.on('request', (request) => {
    if (!request.url().startsWith(allowed) && !/^(data|blob):/.test(request.url())) seen.outside.push(request.url());
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text());
  });
  return seen;
}

import { startHub } from '#cli/serve/start-hub.js';
import type { Store } from '#domain/ports/store.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { openStore } from '#store/open-store.js';
import { ISSUE, makeHubData } from '../serve-hub/hub-data.js';
import { describeBrowser, watchPage } from './chromium.js';

describeBrowser('GraphiQL', (browser) => {
  let data: Awaited<ReturnType<typeof makeHubData>>;
  let store: Store;
  let hub: RunningService;

  beforeAll(async () => {
    data = await makeHubData();
    store = await openStore(data);
    hub = await startHub(store, { host: '127.0.0.1', port: 0 }, createLogger('test', 'silent'));
  });
  afterAll(async () => {
    await hub.close();
    await store.close();
    data.remove();
  });

  test('answers a query, and loads nothing from anywhere else', async () => {
    const page = await browser().newPage();
    const seen = watchPage(page, hub.url);
    const query = encodeURIComponent(`{ issue(id: "${ISSUE}") { title } }`);
    await page.goto(`${hub.url}/graphql?query=${query}`);
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.getByText('"Banjir Jakarta"').waitFor();
    expect(seen).toEqual({ outside: [], errors: [] });
    await page.close();
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { startHub } from '#cli/serve/start-hub.js';
import { createLogger } from '#platform/logger.js';
import { packageFile } from '#platform/package-root.js';
import { openStore } from '#store/open-store.js';
import { ask } from './ask.js';
import { makeHubData } from './hub-data.js';

const PAGE = packageFile('docs/api.md');
const EXAMPLE = /```graphql\n([\s\S]*?)```\n```json\n([\s\S]*?)```/g;

test('every answer in docs/api.md is what the hub gives (WRITE_DOCS=1 writes them anew)', async () => {
  const data = await makeHubData();
  const store = await openStore(data);
  const hub = await startHub(store, { host: '127.0.0.1', port: 0 }, createLogger('test', 'silent'));
  const page = readFileSync(PAGE, 'utf8');
  let answered = page;
  for (const [block, query, shown] of page.matchAll(EXAMPLE)) {
    const answer = `${JSON.stringify(await ask(hub.url, query!), null, 2)}\n`;
    answered = answered.replace(block, () => block.replace(shown!, () => answer));
  }
  await hub.close();
  await store.close();
  data.remove();
  if (process.env.WRITE_DOCS === '1') writeFileSync(PAGE, answered);
  expect([...page.matchAll(EXAMPLE)]).toHaveLength(13);
  expect(withoutCursors(answered)).toBe(withoutCursors(page));
});

/** Cursors are opaque, and each store's own. */
function withoutCursors(text: string): string {
  return text.replace(/("endCursor": )"[^"]+"/g, '$1"…"');
}

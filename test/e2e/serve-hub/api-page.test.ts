import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHub } from '#cli/serve/start-hub.js';
import { grantedScopes } from '#domain/access/scopes.js';
import { ANYONE } from '#domain/caller.js';
import type { Authenticate } from '#gateway/access/authenticate.js';
import { createLogger } from '#platform/logger.js';
import { packageFile } from '#platform/package-root.js';
import { AUDIT_FOLDER, openAuditLog } from '#store/audit/audit-log.js';
import { entriesOf } from '#store/audit/read-entries.js';
import { openStore } from '#store/open-store.js';
import { type Answer, ask } from './ask.js';
import { ISSUE, makeHubData } from './hub-data.js';

const PAGE = packageFile('docs/api.md');
const CONTROLLED = '## Where access control is on';
const EXAMPLE = /```graphql\n([\s\S]*?)```\n```json\n([\s\S]*?)```/g;

test('every answer in docs/api.md is what the hub gives (WRITE_DOCS=1 writes them anew)', async () => {
  const data = await makeHubData();
  const store = await openStore(data);
  const log = createLogger('test', 'silent');
  const audit = await openAuditLog({ ...data, log });
  const [hub, controlled] = await Promise.all(
    [null, readers()].map((authenticate) =>
      startHub(store, { host: '127.0.0.1', port: 0 }, log, { authenticate, audit }),
    ),
  );
  const written = readFileSync(PAGE, 'utf8');
  const groups = await ask(hub!.url, `{ issue(id: "${ISSUE}") { coTimedGroups(first: 1) { nodes { id } } } }`);
  const page = written.replace(/(?<=group: ")[^"]+/, groups.data.issue.coTimedGroups.nodes[0].id);
  let answered = page;
  const known = page.indexOf(CONTROLLED);
  for (const { 0: block, 1: query = '', 2: shown, index } of page.matchAll(EXAMPLE)) {
    const given = index < known ? await ask(hub!.url, query) : await askControlled(controlled!.url, query, page, index);
    const answer = `${JSON.stringify(given, null, 2)}\n`;
    answered = answered.replace(block, () => block.replace(shown!, () => answer));
  }
  await Promise.all([hub!.close(), controlled!.close()]);
  await audit.close();
  const logged = await requestsLogged(data.dataFolder, 'identify');
  await store.close();
  data.remove();
  if (process.env.WRITE_DOCS === '1') writeFileSync(PAGE, answered);
  expect([...page.matchAll(EXAMPLE)]).toHaveLength(17);
  expect(logged).toEqual({ mutation: expect.any(String), identify: logged.mutation });
  expect(withoutCursors(answered)).toBe(withoutCursors(written));
});

/** Under which request a root field stands in the audit log, by action. */
async function requestsLogged(dataFolder: string, field: string): Promise<Record<string, string | null>> {
  const requests: Record<string, string | null> = {};
  for await (const { action, requestId, what } of entriesOf(join(dataFolder, AUDIT_FOLDER)))
    if (what.fields?.includes(field)) requests[action] = requestId;
  return requests;
}

/** Who sends the word of a region for a credential is a regional system of it, and who sends none is nobody known. */
function readers(): Authenticate {
  return async (region) => {
    const scopes = grantedScopes({ role: 'REGIONAL_SYSTEM', regions: [region ?? ''], named: null });
    const caller = { principal: 'key:1', role: 'REGIONAL_SYSTEM', scopes, regions: [region!], agencyId: null } as const;
    return { caller: region === undefined ? ANYONE : caller, validUntil: Date.now() + 600_000 };
  };
}

async function askControlled(url: string, query: string, page: string, index: number): Promise<Answer> {
  const isAnyone = page.slice(0, index).trimEnd().endsWith('without a credential:');
  const headers = { 'content-type': 'application/json', ...(!isAnyone && { authorization: '31.71' }) };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await response.json()) as Answer;
}

/** Cursors are opaque, and each store's own. */
function withoutCursors(text: string): string {
  return text.replace(/("endCursor": )"[^"]+"/g, '$1"…"');
}

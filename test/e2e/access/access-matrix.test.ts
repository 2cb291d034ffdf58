import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filterInternalFieldsAndTypes } from '@graphql-tools/federation';
import { buildASTSchema, parse } from 'graphql';
import { issueKey } from '#cli/keys/issue-key.js';
import { HUB_SUBGRAPHS } from '#cli/serve/hub-subgraphs.js';
import { apiKeyReader } from '#gateway/access/api-key-credential.js';
import { authenticator } from '#gateway/access/authenticate.js';
import { composeSupergraph } from '#gateway/compose-supergraph.js';
import { startGatewayService } from '#gateway/gateway-service.js';
import { ApiKeyFile } from '#platform/api-keys/api-key-file.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { packageFile } from '#platform/package-root.js';
import type { Answer } from '../serve-hub/ask.js';
import { crawl } from './crawl.js';
import { madeUpConnection } from './made-up-subgraph.js';

/** What each caller sees. A change of a rule shows here: WRITE_ACCESS_MATRIX=1 writes it anew, and people review it. */
const MATRIX = packageFile('test/e2e/access/matrix.txt');

/** By role and by where its regions lie: own, the province around it, a sibling, none at all. */
const CALLERS: Readonly<Record<string, { role: string; region?: string[] } | null>> = {
  anyone: null,
  analyst: { role: 'national-analyst' },
  reviewer: { role: 'policy-reviewer' },
  administrator: { role: 'administrator' },
  'analyst-31.71': { role: 'national-analyst', region: ['31.71'] },
  'reviewer-31.71': { role: 'policy-reviewer', region: ['31.71'] },
  'administrator-31.71': { role: 'administrator', region: ['31.71'] },
  'region-31.71': { role: 'regional-system', region: ['31.71'] },
  'region-31': { role: 'regional-system', region: ['31'] },
  'region-31.72': { role: 'regional-system', region: ['31.72'] },
  'agency-31.71': { role: 'agency-admin', region: ['31.71'] },
  'agency-31': { role: 'agency-admin', region: ['31'] },
};

let folder: string;
let keys: ApiKeyFile;
let gateway: RunningService;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jejaring-matrix-'));
  keys = new ApiKeyFile(join(folder, 'api-keys.ndjson'));
  gateway = await startGatewayService({
    host: '127.0.0.1',
    port: 0,
    log: createLogger('test', 'silent'),
    authenticate: authenticator({ apiKey: apiKeyReader(() => keys.all()), token: null }),
    subgraphs: madeUpConnection(HUB_SUBGRAPHS),
    subgraphNames: [],
  });
});

afterAll(async () => {
  await gateway.close();
  rmSync(folder, { recursive: true });
});

function asCaller(name: string) {
  const grant = CALLERS[name];
  const key = grant ? issueKey(keys, { ...grant, name, days: '1' }).key : null;
  return async (operation: string, query: string): Promise<Answer> => {
    const accept = operation === 'subscription' ? 'text/event-stream' : 'application/json';
    const headers = { 'content-type': 'application/json', accept, ...(key && { authorization: `Bearer ${key}` }) };
    const body = JSON.stringify({ query });
    const text = await (await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body })).text();
    return JSON.parse(accept === 'application/json' ? text : (/^data: ?(\{.*)$/m.exec(text)?.[1] ?? '{}')) as Answer;
  };
}

test('every field is seen by those who may, and by nobody else', async () => {
  const document = parse(composeSupergraph(HUB_SUBGRAPHS));
  const schema = filterInternalFieldsAndTypes(buildASTSchema(document, { assumeValidSDL: true }));
  const seenBy = new Map<string, Set<string>>();
  for (const name of Object.keys(CALLERS)) seenBy.set(name, await crawl(schema, asCaller(name)));
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    'getFields' in type && !type.name.startsWith('__') && !('isOneOf' in type)
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );
  const lines = fields.sort().map((field) => {
    const who = [...seenBy].flatMap(([name, seen]) => (seen.has(field) ? [name] : []));
    return `${field}: ${who.join(' ') || 'nobody'}`;
  });
  const text = `${lines.join('\n')}\n`;
  if (process.env.WRITE_ACCESS_MATRIX) writeFileSync(MATRIX, text);
  expect(text.match(/.*: nobody$/gm)).toBeNull();
  expect(text).toBe(readFileSync(MATRIX, 'utf8'));
});

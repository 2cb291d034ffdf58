import { createHash } from 'node:crypto';
import { pino } from 'pino';
import type { Role } from '#domain/access/scopes.js';
import { ANYONE } from '#domain/caller.js';
import { USUAL_LIMITS } from '#gateway/limits/limit-settings.js';
import type { TrustedSettings } from '#gateway/limits/trusted/trusted-settings.js';
import { startSupergraphGateway } from '#gateway/serve-supergraph.js';
import type { RunningService } from '#platform/http-server.js';
import { type RunningSubgraphs, runSubgraphs } from '../../conformance/harness/running-suite.js';
import { readSuites } from '../../conformance/harness/suite.js';

const TRUSTED = 'query Person($id: ID!) { person(id: $id) { name } }';
const OTHER = '{ people { name } }';
const documents = { byId: new Map([['p1', TRUSTED]]), texts: new Set([TRUSTED]) };
const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');

let subgraphs: RunningSubgraphs;
let gateway: RunningService;
let lines: Record<string, unknown>[];

beforeAll(async () => {
  subgraphs = await runSubgraphs(readSuites().find(({ name }) => name === 'simple-key')!);
});
beforeEach(() => {
  lines = [];
});
afterEach(() => gateway.close());
afterAll(() => subgraphs.close());

async function serve(trusted: Pick<TrustedSettings, 'mode' | 'roles'>): Promise<void> {
  gateway = await startSupergraphGateway({
    ...{ file: subgraphs.file, host: '127.0.0.1', port: 0, nulls: 'strict', sign: null },
    log: pino({}, { write: (line) => void lines.push(JSON.parse(line)) }),
    authenticate: async (role) => ({
      caller: role ? { ...ANYONE, principal: `key:${role}`, role: role as Role } : ANYONE,
      validUntil: Number.POSITIVE_INFINITY,
    }),
    limits: { ...USUAL_LIMITS, trusted: { documents, ...trusted } },
  });
  // The gateway itself asks something at its start.
  lines = [];
}

/** "answered", or the code of what is wrong. */
async function ask(role: Role | null, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(role && { authorization: role }) };
  const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  const { data, errors } = await response.json();
  return data && !errors ? 'answered' : errors[0].extensions.code;
}

/** Who sent which document that is in no manifest, as the log says it. */
const logged = () => lines.filter(({ document }) => document).map(({ document, principal }) => [document, principal]);

test('a role that is bound to trusted documents sends no others, and other roles do', async () => {
  await serve({ mode: 'only', roles: ['REGIONAL_SYSTEM'] });
  expect(await ask('REGIONAL_SYSTEM', { query: OTHER })).toBe('UNKNOWN_DOCUMENT');
  expect(await ask('REGIONAL_SYSTEM', { documentId: 'p1', variables: { id: 1 } })).toBe('answered');
  expect(await ask('REGIONAL_SYSTEM', { query: TRUSTED, variables: { id: 1 } })).toBe('answered');
  expect(logged()).toEqual([]);
  expect(await ask('NATIONAL_ANALYST', { query: OTHER })).toBe('answered');
  expect(await ask(null, { query: OTHER })).toBe('answered');
  expect(logged()).toEqual([
    [hashOf(OTHER), 'key:NATIONAL_ANALYST'],
    [hashOf(OTHER), 'anyone'],
  ]);
});

test('where others are only logged each is answered, with its hash in the log and nothing of its text', async () => {
  await serve({ mode: 'logged', roles: null });
  expect(await ask('REGIONAL_SYSTEM', { query: OTHER })).toBe('answered');
  expect(await ask('REGIONAL_SYSTEM', { documentId: 'p1', variables: { id: 1 } })).toBe('answered');
  expect(await ask('REGIONAL_SYSTEM', { documentId: 'p2' })).toBe('UNKNOWN_DOCUMENT');
  expect(logged()).toEqual([[hashOf(OTHER), 'key:REGIONAL_SYSTEM']]);
  expect(JSON.stringify(lines)).not.toContain('people {');
});

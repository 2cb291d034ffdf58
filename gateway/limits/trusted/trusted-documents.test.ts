import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limitSettings } from '../limit-settings.js';
import { readTrustedDocuments } from './trusted-documents.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-trusted-'));
afterAll(() => rmSync(folder, { recursive: true }));

function manifest(content: unknown): string {
  const file = join(folder, 'manifest.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const BODY = 'query Q { people { id } }';

test.each([
  ['of graphql-codegen', { a1: BODY }],
  [
    'of Apollo',
    {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: 'a1', name: 'Q', type: 'query', body: BODY }],
    },
  ],
])('a manifest %s is read', (_, content) => {
  expect([...readTrustedDocuments(manifest(content)).byId]).toEqual([['a1', BODY]]);
});

test.each([
  ['{', 'no JSON'],
  [{}, 'nobody could ask anything'],
  [{ a1: 7 }, 'no trusted documents'],
  [{ a1: '{ people' }, 'the document "a1" is no GraphQL'],
])('%j is refused with its fault', (content, message) => {
  expect(() => readTrustedDocuments(manifest(content))).toThrow(message);
});

test('settings name every fault, and a flag goes before its variable', () => {
  const variables = { TRUSTED_DOCUMENTS: join(folder, 'other.json'), TRUSTED_DOCUMENTS_ROLES: 'regional-system' };
  const { trusted } = limitSettings(variables, { trustedDocuments: manifest({ a1: BODY }) });
  expect(trusted).toMatchObject({ mode: 'only', roles: ['REGIONAL_SYSTEM'] });
  const wrong = { INTROSPECTION: 'maybe', CORS_ORIGINS: 'https://a.example/x', TRUSTED_DOCUMENTS_MODE: 'often' };
  expect(() => limitSettings(wrong)).toThrow(
    /TRUSTED_DOCUMENTS_MODE: .*; INTROSPECTION: must be open, known or off; CORS_ORIGINS: "https:\/\/a\.example\/x" is no origin/,
  );
  expect(() => limitSettings({ REDIS_URL: 'redis://:secret@redis.example' })).toThrow(
    'REDIS_URL: redis:// is not encrypted, and the server is another machine: write rediss://',
  );
});

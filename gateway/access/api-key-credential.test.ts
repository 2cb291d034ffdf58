import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOfKey, newApiKey } from '#platform/api-keys/api-key.js';
import { ApiKeyFile } from '#platform/api-keys/api-key-file.js';
import { apiKeyReader } from './api-key-credential.js';
import { authenticator } from './authenticate.js';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jejaring-keys-'));
  path = join(folder, 'inner', 'api-keys.ndjson');
});

afterEach(() => rmSync(folder, { recursive: true }));

function issue(file: ApiKeyFile, expiresAt = Date.now() + 1000): { id: string; key: string } {
  const made = newApiKey();
  const fixed = { name: 'Dasbor', role: 'REGIONAL_SYSTEM', agencyId: null, scopes: null, issuedAt: 0 } as const;
  file.append({ ...fixed, id: made.id, regions: ['32'], hash: hashOfKey(made.key), expiresAt });
  return made;
}

const readerOf = (file: ApiKeyFile) => authenticator({ apiKey: apiKeyReader(() => file.all()), token: null });

test('a key names its caller; the file has no secret, and is its owner’s alone', async () => {
  const { id, key } = issue(new ApiKeyFile(path));
  const { caller } = await readerOf(new ApiKeyFile(path))(`Bearer ${key}`);
  expect(caller).toMatchObject({ principal: `key:${id}`, role: 'REGIONAL_SYSTEM', regions: ['32'] });
  expect(caller.scopes).not.toContain('regions:all');
  expect(readFileSync(path, 'utf8')).not.toContain(key.slice(17));
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('a key that is revoked while the hub runs ends with the next request', async () => {
  const file = new ApiKeyFile(path);
  const { id, key } = issue(file);
  const read = readerOf(file);
  const { holds } = await read(`Bearer ${key}`);
  expect(holds?.()).toBe(true);
  new ApiKeyFile(path).revoke(id);
  expect(holds?.()).toBe(false);
  await expect(read(`Bearer ${key}`)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
    message: 'the API key is revoked',
  });
  expect(() => file.revoke('000000000000')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
});

test('other keys are refused, and an unknown id is told by nothing from a wrong secret', async () => {
  const file = new ApiKeyFile(path);
  const { id, key } = issue(file);
  const expired = issue(file, Date.now() - 1);
  const read = readerOf(file);
  const wrong = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;
  const refusals = [];
  for (const text of [wrong, key.replace(id, '000000000000'), 'jjr_short', expired.key])
    refusals.push(await read(`Bearer ${text}`).catch(({ code, message }) => [code, message]));
  const unknown = ['UNAUTHENTICATED', 'no such API key'];
  expect(refusals).toEqual([unknown, unknown, unknown, ['UNAUTHENTICATED', 'the API key has expired']]);
});

test.each(['', 'Bearer', 'Basic YTpi', 'Bearer a b', 'Bearer eyJ.eyJ.x'])(
  'the header "%s" is refused',
  async (header) => {
    await expect(readerOf(new ApiKeyFile(path))(header)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  },
);

test('without a header it is nobody known', async () => {
  expect((await readerOf(new ApiKeyFile(path))(undefined)).caller).toMatchObject({
    role: null,
    scopes: [],
    regions: [],
  });
});

test('a broken file takes no key, and says which line', async () => {
  const file = new ApiKeyFile(path);
  const { key } = issue(file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}{"event":"issued"}\n`);
  await expect(readerOf(file)(`Bearer ${key}`)).rejects.toMatchObject({
    code: 'BAD_CONFIGURATION',
    at: expect.stringContaining('line 2'),
  });
});

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNCONTROLLED } from '#domain/caller.js';
import { ApiKeyFile } from '#platform/api-keys/api-key-file.js';
import { internalTokenSigner } from '#platform/internal-token/internal-token-signer.js';
import { internalTokenVerifier } from '#platform/internal-token/internal-token-verifier.js';
import { issueKey, mustSayForWhom } from './issue-key.js';
import { keyLines } from './key-lines.js';
import { writeInternalKeys } from './write-internal-keys.js';

const NOW = Date.UTC(2026, 0, 1);
const GOOD = { name: 'Dasbor', role: 'regional-system', region: ['32'], days: '90' };

let folder: string;
let file: ApiKeyFile;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jejaring-keys-'));
  file = new ApiKeyFile(join(folder, 'api-keys.ndjson'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('keys are listed by what is public, with what became of each', () => {
  const one = issueKey(file, GOOD, NOW);
  const two = issueKey(file, { name: 'Analis', role: 'national-analyst', scope: ['issues:read'], days: '1' }, NOW);
  const three = issueKey(file, { name: 'Lama', role: 'administrator', agency: 'kominfo', days: '366' }, NOW);
  file.revoke(three.id);
  const lines = keyLines([...file.all().values()], NOW + 2 * 86_400_000);
  const today = new Date().toISOString().slice(0, 10);
  expect(lines).toEqual([
    `${one.id}  until 2026-04-01  regional-system  regions 32  Dasbor`,
    `${two.id}  expired 2026-01-02  national-analyst  all regions  only issues:read  Analis`,
    `${three.id}  revoked ${today}  administrator  all regions  agency kominfo  Lama`,
  ]);
});

test.each([
  [{ ...GOOD, name: ' ' }, '--name'],
  [{ ...GOOD, days: '367' }, '--days'],
  [{ ...GOOD, days: '1e2' }, '--days'],
  [{ ...GOOD, region: ['32', '3'] }, '--region'],
  [{ ...GOOD, region: ['32', '99'] }, '--region'],
  [{ name: 'x', role: 'agency-admin', days: '1' }, '--region'],
  [{ ...GOOD, scope: ['runs:request'] }, '--scope'],
  [{ ...GOOD, scope: ['!without-rule'] }, '--scope'],
  [{ ...GOOD, scope: ['mention:read'] }, '--scope'],
])('%p is no key that could be meant', (flags, at) => {
  expect(() => issueKey(file, flags)).toThrow(expect.objectContaining({ code: 'BAD_PARAMETERS', at }));
  expect(file.all().size).toBe(0);
});

test('a key that reviews says for which agency it acts, or that it acts for none', () => {
  const reviewer = { name: 'x', role: 'policy-reviewer', days: '1' };
  expect(() => mustSayForWhom(reviewer)).toThrow(expect.objectContaining({ code: 'BAD_PARAMETERS', at: '--agency' }));
  for (const said of [{ agency: 'kominfo' }, { agency: false as const }, { scope: ['findings:read'] }])
    expect(() => mustSayForWhom({ ...reviewer, ...said })).not.toThrow();
  expect(() => mustSayForWhom(GOOD)).not.toThrow();
  expect(issueKey(file, { ...reviewer, agency: false }) && [...file.all().values()][0]?.key.agencyId).toBeNull();
});

test('the key of the gateway and its public half belong together, and are not written over', async () => {
  const [signing, open] = writeInternalKeys(join(folder, 'inner'));
  expect(statSync(signing).mode & 0o077).toBe(0);
  const token = await internalTokenSigner(readFileSync(signing, 'utf8'))('mentions', UNCONTROLLED);
  expect(internalTokenVerifier('mentions', readFileSync(open, 'utf8'))(`Bearer ${token}`)).toEqual(UNCONTROLLED);
  const [, apart] = writeInternalKeys(join(folder, 'signing'), join(folder, 'public'));
  expect(apart).toBe(join(folder, 'public', 'gateway.pub'));
  expect(() => writeInternalKeys(join(folder, 'inner'))).toThrow(
    expect.objectContaining({ code: 'BAD_CONFIGURATION' }),
  );
});

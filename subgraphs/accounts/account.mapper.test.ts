import type { Account } from '#domain/account.js';
import { toAccount } from './account.mapper.js';

const account: Account = {
  id: '0a1b2c3d4e5f6g7h',
  platform: 'x',
  nativeId: '991',
  handle: 'warga_91',
  displayName: 'Warga Sembilan Satu',
  followers: 12,
  createdAt: Date.UTC(2020, 1, 3),
  newsOutlet: false,
  agencyId: null,
  layer: null,
};

test('a private account shows by pseudonym, and nothing in it names it', () => {
  const shown = toAccount(account);
  expect(shown).toMatchObject({ id: account.id, label: account.id, isPublic: false, followers: 12, agency: null });
  for (const named of ['warga_91', 'Warga Sembilan Satu', '"991"', '2020-02-03'])
    expect(JSON.stringify(shown)).not.toContain(named);
});

test.each([
  ['declared by an agency', { agencyId: 'komdigi', layer: 'L0' as const }],
  ['a news outlet', { newsOutlet: true }],
])('an account that is %s shows by name', (_, change) => {
  expect(toAccount({ ...account, ...change })).toMatchObject({
    id: account.id,
    label: 'warga_91',
    isPublic: true,
    handle: 'warga_91',
    displayName: 'Warga Sembilan Satu',
    nativeId: '991',
    createdAt: new Date('2020-02-03'),
  });
});

test('a public account without a handle is called by its pseudonym', () => {
  expect(toAccount({ ...account, newsOutlet: true, handle: null }).label).toBe(account.id);
});

import { communityName } from './community-name.js';

test('a community is called by what it shares, and has no name where nothing marks it', () => {
  const counts = { accounts: 3, members: 4, elsewhere: 0, others: 9 };
  const shared = [
    { kind: 'HASHTAG' as const, name: 'kemang', ...counts },
    { kind: 'PROVINCE' as const, name: '31', ...counts },
    { kind: 'OUTLET' as const, name: 'kabar.example', ...counts },
  ];
  expect(communityName(shared, (code) => `province ${code}`)).toBe('#kemang · province 31 · kabar.example');
  expect(communityName([], (code) => code)).toBeNull();
});

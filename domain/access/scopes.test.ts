import { grantedScopes, REGIONAL_ROLES, ROLES, SCOPES, SCOPES_OF_ROLE } from './scopes.js';

test.each(ROLES)('the scopes of %s are known, and none is there twice', (role) => {
  const scopes = SCOPES_OF_ROLE[role];
  expect(scopes.every((scope) => Object.hasOwn(SCOPES, scope))).toBe(true);
  expect(new Set(scopes).size).toBe(scopes.length);
});

test('a limit to regions takes the scope of all regions away', () => {
  const regional = grantedScopes({ role: 'POLICY_REVIEWER', regions: ['32'], named: null });
  const national = grantedScopes({ role: 'POLICY_REVIEWER', regions: null, named: null });
  expect(regional).toEqual(national.filter((scope) => scope !== 'regions:all'));
  expect(national).toContain('regions:all');
});

test('a credential narrows its role and never widens it', () => {
  const named = ['mentions:read', 'runs:request'];
  expect(grantedScopes({ role: 'POLICY_REVIEWER', regions: null, named })).toEqual(['mentions:read', 'regions:all']);
});

test('words that identity providers put beside leave the role as it is; scopes of others come along', () => {
  const base = grantedScopes({ role: 'NATIONAL_ANALYST', regions: null, named: null });
  const named = ['openid', 'complaints:read'];
  expect(grantedScopes({ role: 'NATIONAL_ANALYST', regions: null, named })).toEqual([...base, ...named].sort());
});

test('no credential names the scope of fields without a rule', () => {
  expect(grantedScopes({ role: 'ADMINISTRATOR', regions: null, named: ['!without-rule'] })).not.toContain(
    '!without-rule',
  );
});

test('regional roles never see all regions', () => {
  for (const role of REGIONAL_ROLES) expect(SCOPES_OF_ROLE[role]).not.toContain('regions:all');
});

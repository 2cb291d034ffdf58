import { readFileSync } from 'node:fs';
import { packageFile } from '#platform/package-root.js';
import { ROLES, SCOPES, SCOPES_OF_ROLE } from './scopes.js';

test('docs/access.md has the table of roles and scopes', () => {
  const page = readFileSync(packageFile('docs/access.md'), 'utf8');
  const rows = [...page.matchAll(/^\| (`[a-z]+:[a-z]+`.*) \|$/gm)].map(([, row]) =>
    row!.split('|').map((cell) => cell.trim()),
  );
  const told = new Map<string, string[]>();
  for (const [names = '', ...cells] of rows)
    for (const [, scope] of names.matchAll(/`([a-z]+:[a-z]+)`/g)) told.set(scope!, cells);
  const expected = Object.keys(SCOPES).map((scope) => [
    scope,
    ROLES.map((role) => (SCOPES_OF_ROLE[role].some((one) => one === scope) ? 'yes' : '')),
  ]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected));
});

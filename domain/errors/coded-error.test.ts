import { readFileSync } from 'node:fs';
import { packageFile } from '#platform/package-root.js';
import { ERROR_CODES } from './coded-error.js';

test('docs/errors.md explains every code and no other', () => {
  const documented = [...readFileSync(packageFile('docs/errors.md'), 'utf8').matchAll(/^\| `([A-Z_]+)`/gm)].map(
    ([, code]) => code,
  );
  expect(documented.sort()).toEqual([...ERROR_CODES].sort());
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFile } from '#platform/package-root.js';
import { readMapping } from './csv-mapping.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-mapping-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MAPPING = {
  id: { column: 'id' },
  publishedAt: { column: 'at', format: 'iso' },
  account: { id: { column: 'who' } },
};

function write(content: string): string {
  const path = join(folder, 'mapping.json');
  writeFileSync(path, content);
  return path;
}

describe('a mapping', () => {
  test.each([
    ['no JSON', '{', /cannot read the mapping/],
    ['a missing field', '{"id":{"column":"a"},"account":{"id":{"column":"b"}}}', /publishedAt: is missing/],
    [
      'a field for gender',
      JSON.stringify({ ...MAPPING, account: { ...MAPPING.account, gender: { column: 'g' } } }),
      /account\.gender/,
    ],
  ])('refuses a mapping that is %s', (_, text, message) => {
    expect(() => readMapping(write(text))).toThrow(message);
  });

  test('the examples are valid mappings', () => {
    for (const name of ['ced-posts', 'ced-reposts', 'manual-sheet'])
      expect(readMapping(packageFile(`examples/mappings/${name}.json`)).id).toBeDefined();
  });
});

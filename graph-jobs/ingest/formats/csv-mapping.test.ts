import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFile } from '#platform/package-root.js';
import { compileMapping } from './compile-mapping.js';
import { columnIndex } from './compile-source.js';
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
    ['no JSON', '{', /the mapping is no JSON/],
    ['a missing field', '{"id":{"column":"a"},"account":{"id":{"column":"b"}}}', /publishedAt: is missing/],
    [
      'a field for gender',
      JSON.stringify({ ...MAPPING, account: { ...MAPPING.account, gender: { column: 'g' } } }),
      /account\.gender/,
    ],
  ])('refuses a mapping that is %s', (_, text, message) => {
    expect(() => readMapping(write(text))).toThrow(message);
  });

  test.each([
    ['1250', 1250],
    ['1250.0', 1250],
    ['', undefined],
    ['1.250', 'refused'],
    ['1,250', 'refused'],
    ['0x10', 'refused'],
    ['1e3', 'refused'],
    ['-1', 'refused'],
  ])('followers "%s" are %s', (text, expected) => {
    const mapping = { ...MAPPING, account: { ...MAPPING.account, followers: { column: 'f' } } };
    const options = { now: Date.now(), platform: 'x' };
    const convert = compileMapping(mapping, columnIndex(['id', 'at', 'who', 'f']), options);
    const read = () => convert(['1', '2026-03-01', 'ani', text]);
    if (expected === 'refused') expect(read).toThrow('no whole number');
    else expect(read()).toMatchObject({ mention: { account: { followers: expected } } });
  });

  test('the examples are valid mappings', () => {
    for (const name of ['ced-posts', 'ced-reposts', 'own-sheet'])
      expect(readMapping(packageFile(`examples/mappings/${name}.json`)).id).toBeDefined();
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatOf } from './format-of-file.js';
import { rejectsPaths } from './rejects-paths.js';

describe('the format of a file', () => {
  test.each([
    ['a.ndjson', undefined, false, 'jejaring'],
    ['a.NDJSON.gz', undefined, false, 'jejaring'],
    ['a.csv.gz', undefined, true, 'csv'],
    ['a.tsv', undefined, true, 'csv'],
    ['a.json', 'x-api-v2', false, 'x-api-v2'],
    ['a.csv', 'coortweet', false, 'coortweet'],
  ] as const)('of %s, asked %s, mapping %s, is %s', (path, asked, hasMapping, format) => {
    expect(formatOf(path, asked, hasMapping)).toBe(format);
  });

  test.each([
    ['a.json', undefined, false, 'does not tell its format'],
    ['a.csv', undefined, false, 'does not tell its format'],
    ['a.csv', 'csv', false, 'needs a mapping'],
    ['a.ndjson', undefined, true, 'a mapping is for the format csv'],
  ] as const)('of %s, asked %s, mapping %s, is refused', (path, asked, hasMapping, message) => {
    expect(() => formatOf(path, asked, hasMapping)).toThrow(message);
  });
});

describe('the rejects file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-rejects-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('lies beside the file, or in the folder asked for', () => {
    expect(rejectsPaths([join(folder, 'a.csv')], undefined, '/data')).toEqual([join(folder, 'a.csv.rejects.ndjson')]);
    expect(rejectsPaths(['/x/a.csv'], join(folder, 'new'), '/data')).toEqual([
      join(folder, 'new/a.csv.rejects.ndjson'),
    ]);
  });

  test('lies with the data where the folder of the file cannot be written', () => {
    expect(rejectsPaths(['/proc/1/a.csv'], undefined, folder)).toEqual([join(folder, 'rejects/a.csv.rejects.ndjson')]);
  });

  test('is never shared by two files', () => {
    expect(() => rejectsPaths(['/x/a.csv', '/y/a.csv'], folder, folder)).toThrow('two files would write');
    expect(rejectsPaths(['/x/a.csv', '/x/a.csv'], folder, folder)).toHaveLength(2);
  });
});

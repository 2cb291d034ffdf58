import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askedFormat } from './format-of-file.js';
import { rejectsPaths } from './rejects-paths.js';

describe('the format asked for', () => {
  test.each([
    [undefined, false, 'auto'],
    ['auto', false, 'auto'],
    [undefined, true, 'csv'],
    ['x-api-v2', false, 'x-api-v2'],
  ] as const)('%s, mapping %s, is %s', (asked, hasMapping, format) => {
    expect(askedFormat(asked, hasMapping)).toBe(format);
  });

  test.each([
    ['csv', false, 'needs a mapping'],
    ['jejaring', true, 'a mapping is for the format csv'],
    ['auto', true, 'a mapping is for the format csv'],
  ] as const)('%s, mapping %s, is refused', (asked, hasMapping, message) => {
    expect(() => askedFormat(asked, hasMapping)).toThrow(message);
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

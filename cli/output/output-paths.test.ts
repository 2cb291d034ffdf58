import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { checkOutputs } from './output-paths.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-outputs-'));
const path = (name: string) => join(folder, name);
writeFileSync(path('in.csv'), 'a,b\n');
symlinkSync(path('in.csv'), path('link.csv'));
writeFileSync(path('jejaring.db'), 'SQLite format 3\0 and pages');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['the input', { '--edges': path('in.csv') }, 'the file to be read'],
  ['the input by another way', { '--edges': path('sub/../in.csv') }, 'the file to be read'],
  ['a link to the input', { '--groups': path('link.csv') }, 'the file to be read'],
  ['another output', { '--edges': path('out.csv'), '--groups': path('./out.csv') }, 'also that of --edges'],
  ['a store', { '--edges': path('jejaring.db') }, 'a database'],
  ['the key of the pseudonyms', { '--edges': path('pseudonym.key') }, 'the key of the pseudonyms'],
  ['a folder', { '--edges': folder }, 'a folder'],
  ['in a folder that is not there', { '--edges': path('none/out.csv') }, 'ENOENT'],
])('refuses an output that is %s', (_, outputs, reason) => {
  const refused = expect.objectContaining({ code: 'BAD_PARAMETERS', message: expect.stringContaining(reason) });
  expect(() => checkOutputs(path('in.csv'), outputs)).toThrow(refused as never);
});

test('takes outputs of their own', () => {
  const outputs = { '--edges': path('edges.csv'), '--groups': path('groups.csv'), '--evidence': undefined };
  expect(() => checkOutputs(path('in.csv'), outputs)).not.toThrow();
  expect(() => checkOutputs(null, outputs)).not.toThrow();
});

test('what is there and will be replaced is said, unless it will be gone on with', () => {
  writeFileSync(path('old.csv'), 'a\n');
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    checkOutputs(path('in.csv'), { '--edges': path('old.csv'), '--groups': path('new.csv') });
    checkOutputs(path('in.csv'), { '--out': path('old.csv') }, { replaces: false });
    expect(said.mock.calls).toEqual([[`${path('old.csv')} is there already and will be replaced (--edges)`]]);
  } finally {
    said.mockRestore();
  }
});

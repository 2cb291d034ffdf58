import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustBeFiles } from './must-be-files.js';

test.each([tmpdir(), '/dev/null'])('%s is refused as an output before anything is read', (path) => {
  const refused = expect.objectContaining({ code: 'BAD_PARAMETERS', at: `--edges ${path}` });
  expect(() => mustBeFiles({ '--edges': path })).toThrow(refused);
});

test('files, names that are not there yet and options that are not given are taken', () => {
  expect(() =>
    mustBeFiles({ '--state': process.execPath, '--out': join(tmpdir(), 'not-there', 'x'), '--edges': undefined }),
  ).not.toThrow();
});

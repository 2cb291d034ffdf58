import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder, PRIVATE_FOLDER } from './make-folder.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a folder is made with those that it lies in, once', () => {
  for (let i = 0; i < 2; i += 1) makeFolder(join(folder, 'a/b/c'));
  expect(statSync(join(folder, 'a/b/c')).isDirectory()).toBe(true);
});

test('one that is private is for its owner alone; those that it lies in are as others are', () => {
  makeFolder(join(folder, 'd/e'), PRIVATE_FOLDER);
  expect(statSync(join(folder, 'd/e')).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'd')).mode & 0o777).toBe(0o777 & ~process.umask());
});

test('where none can be made it says so at once', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolder(join(folder, 'file/b'))).toThrow(/ENOTDIR|EEXIST/);
  expect(() => makeFolder('/proc/none/b')).toThrow(/ENOENT|EROFS|EACCES|EPERM/);
});

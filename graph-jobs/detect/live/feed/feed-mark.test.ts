import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CsvFeed } from './csv-feed.js';
import { feedMark, standsAt } from './feed-mark.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-mark-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MAPPING = { object: 'o', account: 'a', time: 't' };
const HEADER = 't,a,o\n';
const rows = (account: string) =>
  Array.from({ length: 100 }, (_, i) => `${1_600_000_000 + i},${account},u1\n`).join('');
const path = join(folder, 'feed.csv');
const mark = feedMark(path, MAPPING);

function positionIn(text: string, end = text.length) {
  const reader = new CsvFeed(MAPPING);
  for (let at = 0; at < end; at += 500) reader.push(Buffer.from(text.slice(at, Math.min(end, at + 500))));
  return reader.position;
}

test('a file that grew is read on, also by another name', () => {
  const text = HEADER + rows('ani');
  const position = positionIn(text, 1500);
  writeFileSync(path, text);
  expect(standsAt(position, mark, path, MAPPING)).toBe(true);
  const moved = join(folder, 'moved.csv');
  renameSync(path, moved);
  expect(standsAt(position, mark, moved, MAPPING)).toBe(true);
});

test('the place goes on being known by few new bytes after a resume', () => {
  const text = HEADER + rows('ani');
  const first = positionIn(text, 1500);
  const reader = new CsvFeed(MAPPING, first);
  reader.push(Buffer.from(text.slice(first.offset, first.offset + 40)));
  writeFileSync(path, text);
  expect(reader.position.offset).toBeGreaterThan(first.offset);
  expect(standsAt(reader.position, mark, path, MAPPING)).toBe(true);
});

test('another text under the same name and inode is read from its start, though it is longer', () => {
  writeFileSync(path, HEADER + rows('ani'));
  const position = positionIn(HEADER + rows('ani'));
  writeFileSync(path, HEADER + rows('eka') + rows('budi'));
  expect(standsAt(position, mark, path, MAPPING)).toBe(false);
  writeFileSync(path, HEADER);
  expect(standsAt(position, mark, path, MAPPING)).toBe(false);
});

test('another feed, and the same one read in another way, are refused', () => {
  writeFileSync(path, HEADER + rows('ani'));
  const position = positionIn(HEADER + rows('ani'));
  const other = join(folder, 'other.csv');
  writeFileSync(other, HEADER + rows('budi'));
  const refused = expect.objectContaining({ code: 'BAD_PARAMETERS', at: '--state' });
  expect(() => standsAt(position, mark, other, MAPPING)).toThrow(refused);
  expect(() => standsAt(position, mark, '-', MAPPING)).toThrow(refused);
  expect(() => standsAt(position, mark, path, { ...MAPPING, object: 'a', account: 'o' })).toThrow(refused);
  expect(standsAt(position, feedMark('-', MAPPING), '-', MAPPING)).toBe(false);
});

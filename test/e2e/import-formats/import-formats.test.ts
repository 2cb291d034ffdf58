import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FormatName } from '#graph-jobs/ingest/formats/read-format.js';
import { compiledModule } from '#platform/package-root.js';
import { openStore } from '#store/open-store.js';
import { BRANDWATCH_DAMAGED } from '../../builders/office-exports/brandwatch.js';
import { manualSheetWorkbook } from '../../builders/office-exports/manual-sheet.js';
import { OFFICE_EXPORTS } from '../../builders/office-exports/office-exports.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { importCommand } from '../import-command/import-command.js';

// Whole processes on a machine that may be busy.
const folder = mkdtempSync(join(tmpdir(), 'jejaring-formats-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Of posts and articles that no two of them share. */
const APART: readonly FormatName[] = [
  'brandwatch',
  'x-operations',
  'jetstream',
  'mastodon',
  'youtube-comments',
  'media-cloud',
  'crowdtangle',
  'feed',
];

test('exports of many tools come in by one command, under names that tell nothing', async () => {
  const data = await unusedDataFolder(join(folder, 'many'));
  const files = APART.map((format, i) => {
    const content = Buffer.from(OFFICE_EXPORTS[format][0]!);
    return file(`berkas-${i}.dat`, i % 2 === 0 ? content : gzipSync(content));
  });
  const { code, results, stderr } = await importCommand([...files, '--data', data]);
  for (const [i, format] of APART.entries()) expect(stderr).toContain(`berkas-${i}.dat is read as ${format}: `);
  expect(results.map(({ rejected }) => rejected)).toEqual(APART.map(() => 0));
  expect(code).toBe(0);
  const brandwatch = results[0]! as unknown as { added: number; unchanged: number; coverage: object };
  // Six rows, of which one is the first post again, found by another query.
  expect(brandwatch).toMatchObject({ added: 5, unchanged: 1 });
  expect(brandwatch.coverage).toMatchObject({
    mentions: 6,
    platforms: { x: 5, web: 1 },
    droppedFields: ['Gender'],
    assumedZones: ['UTC'],
  });
  const store = await openStore({ dataFolder: data });
  try {
    const [post] = await store.mentions.get(['x:9000000000000000001']);
    expect(post).toMatchObject({ text: 'Air naik, "jalan" ditutup #Banjir\nhati-hati', language: 'id' });
  } finally {
    await store.close();
  }
});

test('a damaged export gives its good rows, and its rejects by line and column', async () => {
  const damaged = file('rusak.csv', BRANDWATCH_DAMAGED);
  const { code, results } = await importCommand([damaged, '--data', await unusedDataFolder(join(folder, 'damaged'))]);
  expect(results).toMatchObject([{ rows: 5, added: 1, rejected: 4 }]);
  expect(code).toBe(3);
  const rejects = readFileSync(`${damaged}.rejects.ndjson`, 'utf8').trim().split('\n');
  expect(rejects.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual([8, 9, 10, 11]);
});

test('the template is written, filled in and imported; a second one does not overwrite it', async () => {
  const out = join(folder, 'pantauan.xlsx');
  const template = (path: string) =>
    execFileSync(process.execPath, [compiledModule('cli/main.js'), 'template', '--out', path], { stdio: 'pipe' });
  template(out);
  expect(existsSync(out)).toBe(true);
  expect(() => template(out)).toThrow(/this file is there already/);
  expect(() => template(join(folder, 'pantauan.doc'))).toThrow(/end it with \.xlsx or \.csv/);
  const filled = file('terisi.xlsx', await manualSheetWorkbook());
  const data = await unusedDataFolder(join(folder, 'sheet'));
  const { code, results, stderr } = await importCommand([filled, '--data', data]);
  expect(stderr).toMatch(/terisi\.xlsx is read as manual-sheet: line 2 names the columns Platform, Jenis, Waktu/);
  expect(results).toMatchObject([{ rows: 3, added: 3, rejected: 0 }]);
  expect(code).toBe(0);
});

test('a zone that does not exist ends before anything is done', async () => {
  const { code, stderr } = await importCommand(['x.csv', '--zone', 'Asia/Bandung', '--data', join(folder, 'never')]);
  expect(stderr).toMatch(/"Asia\/Bandung" is no time zone/);
  expect(code).toBe(2);
  expect(existsSync(join(folder, 'never'))).toBe(false);
});

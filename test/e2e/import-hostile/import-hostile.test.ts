import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { mentionId } from '#domain/mention.js';
import { openStore } from '#store/open-store.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { importCommand } from '../import-command/import-command.js';
import { CSV_HEADER, csvRow, type EncodeRow, hostileFile, jsonRow } from './hostile-file.js';
import { DAMAGES, type Damage, type HostileRow, hostileRows } from './hostile-rows.js';

const MAPPING = {
  platform: { constant: 'x' },
  id: { column: 'id' },
  kind: { column: 'kind' },
  publishedAt: { column: 'at', format: 'unix-s' },
  parent: { column: 'parent' },
  text: { column: 'text' },
  account: { id: { column: 'account' }, followers: { column: 'followers' } },
};

// Whole processes on a machine that may be busy.
const folder = mkdtempSync(join(tmpdir(), 'jejaring-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FIELDS: Record<Damage, string> = {
  'broken quotes': '(row)',
  'wrong encoding': 'text',
  'huge field': 'text',
  'bad date': 'publishedAt',
  'null byte': 'text',
  'duplicate id': 'id',
  'self-parent': 'parent',
  'parent cycle': 'parent',
  'future date': 'publishedAt',
  'empty id': 'id',
  'wrong type': 'account.followers',
};

interface Reject {
  readonly line: number;
  readonly field: string;
  readonly reason: string;
  readonly raw: string;
}

function rejectsOf(path: string): Reject[] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Reject);
}

async function storedTexts(data: string, rows: readonly HostileRow[]): Promise<(string | undefined)[]> {
  const store = await openStore({ dataFolder: data });
  try {
    const texts: (string | undefined)[] = [];
    for (let at = 0; at < rows.length; at += 500) {
      const ids = rows.slice(at, at + 500).map(({ id }) => mentionId('x', id));
      for (const mention of await store.mentions.get(ids)) texts.push(mention?.text);
    }
    expect(await store.mentions.count({})).toBe(rows.length);
    return texts;
  } finally {
    await store.close();
  }
}

describe.each<[string, string, EncodeRow, Partial<Record<Damage, string>>]>([
  ['csv', CSV_HEADER, csvRow, { 'bad date': 'at', 'future date': 'at', 'wrong type': 'followers' }],
  ['jejaring', '', jsonRow, { 'wrong encoding': '(row)', 'null byte': '(row)' }],
])('a hostile file of the format %s', (format, header, encode, otherFields) => {
  const { bytes, places } = hostileFile(hostileRows(10_000, 7), header, encode);
  const packed = gzipSync(bytes);
  const truncated = packed.subarray(0, Math.floor(packed.length * 0.9));
  const whole = gunzipSync(truncated, { finishFlush: constants.Z_SYNC_FLUSH }).length;
  const complete = places.filter(({ end }) => end <= whole);
  const good = complete.filter(({ row }) => row.damage === null).map(({ row }) => row);
  const bad = complete.filter(({ row }) => row.damage !== null);
  const data = join(folder, `${format}-data`);
  const path = join(folder, `${format}.gz`);
  const mapping = join(folder, 'mapping.json');
  const words = [path, '--format', format, '--data', data, ...(format === 'csv' ? ['--map', mapping] : [])];

  beforeAll(() => unusedDataFolder(data));

  test('has every kind of damage', () => {
    for (const damage of DAMAGES) expect(bad.some(({ row }) => row.damage === damage)).toBe(true);
    expect(complete.length).toBeLessThan(places.length);
  });

  test('gives all its good rows to the store and names every bad one by line and field', async () => {
    writeFileSync(path, truncated);
    writeFileSync(mapping, JSON.stringify(MAPPING));
    const { code, results } = await importCommand(words);
    expect(results).toMatchObject([{ added: good.length, updated: 0, unchanged: 0 }]);
    expect(results[0]!.damage).toMatch(/ends in the middle/);
    expect(code).toBe(1);

    const rejects = rejectsOf(results[0]!.rejectsFile!);
    expect(results[0]!.rejected).toBe(rejects.length);
    const cut = places[complete.length]!.line;
    expect(rejects.filter(({ line }) => line < cut).map(({ line, field }) => [line, field])).toEqual(
      bad.map(({ line, row }) => [line, { ...FIELDS, ...otherFields }[row.damage!]]),
    );
    expect(rejects.at(-1)).toMatchObject({ field: '(file)', reason: expect.stringMatching(/ends in the middle/) });
    expect(rejects.every(({ reason, raw }) => reason !== '' && raw.length <= 500)).toBe(true);

    expect(await storedTexts(data, good)).toEqual(good.map(({ text }) => text));
  });

  test('adds nothing and names the same rows when it is imported again', async () => {
    const before = rejectsOf(`${path}.rejects.ndjson`);
    const { code, results } = await importCommand(words);
    expect(results).toMatchObject([{ added: 0, updated: 0, unchanged: good.length, accountsAdded: 0 }]);
    expect(rejectsOf(results[0]!.rejectsFile!).map(({ line }) => line)).toEqual(before.map(({ line }) => line));
    expect(code).toBe(1);
  });
});

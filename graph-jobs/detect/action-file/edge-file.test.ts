import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { CodedError } from '#domain/errors/coded-error.js';
import { type ActionFile, actionFile } from './action-file.js';
import { COORTWEET_MAPPING } from './action-file-mapping.js';
import { ActionFileReader } from './action-file-reader.js';
import { EdgeFile } from './edge-file.js';
import { fileNetwork } from './file-network.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-edges-'));
const out = join(folder, 'edges.csv');
afterAll(() => rmSync(folder, { recursive: true }));

const parameters = { windowSeconds: 5, minParticipation: 1, minWeight: 1 };

/** Each account shares `o` one second after the one before: accounts up to five places apart make a pair. */
function written(accounts: readonly string[]): string {
  const reader = new ActionFileReader(COORTWEET_MAPPING);
  const rows = accounts.map((account, i) => ['o', account, `post ${i}`, 1_600_000_000 + i]);
  reader.push(Buffer.from(`object_id,account_id,content_id,timestamp_share\n${Papa.unparse(rows)}`));
  write(out, actionFile(reader.finish(), 'CO_REPOST'));
  return readFileSync(out, 'utf8');
}

function write(path: string, file: ActionFile): void {
  let edges: EdgeFile | null = null;
  fileNetwork(file, parameters, (ids) => {
    edges = new EdgeFile(path, ids);
    return edges;
  });
  (edges as EdgeFile | null)?.close();
}

function before(one: string, other: string): boolean {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
}

const SIGNS = fc.string({
  unit: fc.constantFrom('a', 'b', '\uFF5E', '😀', '"', ',', '\n', '\r'),
  minLength: 1,
  maxLength: 4,
});
/** Around what is copied in words of four bytes, and beyond the longest that is. */
const PLAIN = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), minLength: 10, maxLength: 70 });

test.each([
  ['with signs of a CSV', SIGNS],
  ['long and without', PLAIN],
])('edges come sorted by code point, and a CSV library reads back every id and weight: ids %s', (_, id) => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 25 }), (accounts) => {
      const weights = new Map<string, number>();
      accounts.forEach((one, i) => {
        for (const other of accounts.slice(i + 1, i + 6)) {
          if (one === other) continue;
          const key = JSON.stringify(before(one, other) ? [one, other] : [other, one]);
          weights.set(key, (weights.get(key) ?? 0) + 1);
        }
      });
      const [header, ...rows] = Papa.parse<string[]>(written(accounts), { newline: '\n' }).data.slice(0, -1);
      expect(header).toEqual(['from', 'to', 'weight']);
      expect(new Map(rows.map(([from, to, weight]) => [JSON.stringify([from, to]), Number(weight)]))).toEqual(weights);
      expect(rows.length).toBe(weights.size);
      for (const [i, [from, to]] of rows.entries()) {
        const last = rows[i - 1];
        expect(before(from!, to!)).toBe(true);
        if (last !== undefined)
          expect(before(last[0]!, from!) || (last[0] === from && before(last[1]!, to!))).toBe(true);
      }
    }),
  );
});

test('many ids with long common beginnings are ranked', () => {
  const accounts = Array.from({ length: 300 }, (_, i) => `account-with-a-long-beginning-${(i * 7919) % 300}`);
  const rows = written(accounts).trim().split('\n').slice(1);
  expect(rows.length).toBe(299 + 298 + 297 + 296 + 295);
  expect(rows).toEqual(rows.toSorted());
});

test('ids longer than the write buffer are written whole', () => {
  const long = 'x'.repeat(200_000);
  expect(written([`${long}1`, `${long}2`])).toBe(`from,to,weight\n${long}1,${long}2,1\n`);
});

test('says when the file cannot be written', () => {
  const file = new ActionFileReader(COORTWEET_MAPPING);
  file.push(Buffer.from('object_id,account_id,content_id,timestamp_share\n'));
  const empty = actionFile(file.finish(), 'CO_REPOST');
  const writing = () => write(join(folder, 'no', 'such'), empty);
  expect(writing).toThrow(CodedError);
  expect(writing).toThrow(/ENOENT/);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readJsonValues } from './json-values.js';
import { READ_LIMITS } from './read-limits.js';
import { SourceFile } from './source-file.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-json-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
async function read(content: string | Buffer, limits = READ_LIMITS) {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, content);
  const source = await SourceFile.open(path);
  const good: unknown[] = [];
  const lines: number[] = [];
  const bad: unknown[] = [];
  for await (const rows of readJsonValues(source, limits))
    for (const row of rows) {
      if (row.fault !== undefined) bad.push([row.line, row.field, row.fault]);
      else {
        good.push(row.value);
        lines.push(row.line);
      }
    }
  return { good, bad, lines };
}

const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });

describe('a JSON file', () => {
  test.each([
    ['an array', (values: unknown[]) => JSON.stringify(values)],
    ['a printed array', (values: unknown[]) => JSON.stringify(values, null, 2)],
    ['JSON Lines', (values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n')],
    [
      'JSON Lines with Windows newlines',
      (values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\r\n`).join(''),
    ],
  ])('gives every value of %s in order', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(fc.array(object, { minLength: 1 }), fc.boolean(), async (values, packed) => {
        const text = write(values);
        const { good, bad } = await read(packed ? gzipSync(text) : text);
        expect(bad).toEqual([]);
        expect(JSON.stringify(good)).toBe(JSON.stringify(values));
      }),
      { numRuns: 60 },
    );
  });

  test('that is one object, printed or not, or several printed ones gives these', async () => {
    const page = { data: [{ id: '1' }], meta: { n: [1, 2] } };
    for (const text of [
      JSON.stringify(page),
      JSON.stringify(page, null, 2),
      `\ufeff${JSON.stringify(page, null, '\t')}\n`,
    ])
      expect((await read(text)).good).toEqual([page]);
    const twice = await read(`${JSON.stringify(page, null, 2)}\n${JSON.stringify(page, null, 2)}`);
    expect(twice).toEqual({ good: [page, page], bad: [], lines: [1, 2] });
  });

  test('with a bad line loses that line only', async () => {
    const text = Buffer.concat([
      Buffer.from('{"a":1}\n{"a":\n\n{"a":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n{"a":4}'),
    ]);
    expect(await read(text)).toEqual({
      good: [{ a: 1 }, { a: 4 }],
      lines: [1, 5],
      bad: [
        [2, '(row)', expect.stringContaining('is not JSON')],
        [4, '(row)', 'is not valid UTF-8'],
      ],
    });
  });

  test('with a broken first line is still read by lines', async () => {
    expect((await read('{"a":\n{"a":2}\n{"a":3}\n')).good).toEqual([{ a: 2 }, { a: 3 }]);
  });

  test.each([
    ['cut off in an element', '[{"a":1},{"a":2},{"a"', 3, 'ends in the middle'],
    ['cut off between elements', '[{"a":1},{"a":2},', 3, 'ends in the middle'],
    ['wrong inside', '[{"a":1},{"a":2},{a:3},{"a":4}]', 3, 'syntax error'],
  ])('as an array %s gives what was complete and names the place', async (_, text, place, fault) => {
    expect(await read(text)).toEqual({
      good: [{ a: 1 }, { a: 2 }],
      lines: [1, 2],
      bad: [[place, '(file)', expect.stringContaining(fault)]],
    });
  });

  test('as a truncated gzip of an array gives what was complete', async () => {
    const values = Array.from({ length: 5000 }, (_, i) => ({ id: `${(i * 2654435761) % 4294967296}` }));
    const packed = gzipSync(JSON.stringify(values));
    const { good, bad } = await read(packed.subarray(0, packed.length >> 1));
    expect(good.length).toBeGreaterThan(1000);
    expect(good).toEqual(values.slice(0, good.length));
    expect(bad).toEqual([[good.length + 1, '(file)', expect.stringContaining('ends in the middle of its gzip')]]);
  });

  test('names elements whose bytes are no UTF-8', async () => {
    const text = Buffer.concat([
      Buffer.from('[{"a":"é"},{"a":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"},{"a":"ü"}]'),
    ]);
    const { good, bad } = await read(text);
    expect(good).toEqual([{ a: 'é' }, { a: 'ü' }]);
    expect(bad).toEqual([[2, '(row)', 'is not valid UTF-8']]);
  });

  test('stops at a value that would not fit into memory', async () => {
    const { good, bad } = await read(`[{"a":1},"${'x'.repeat(2_000_000)}"]`, { ...READ_LIMITS, valueBytes: 100_000 });
    expect(good).toEqual([{ a: 1 }]);
    expect(bad).toEqual([[2, '(file)', 'element 2 is larger than 100000 bytes']]);
  });
});

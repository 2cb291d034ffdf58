import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { RawRow } from './raw-row.js';
import { READ_LIMITS, type ReadLimits } from './read-limits.js';
import type { Fields } from './record-framer.js';
import { SourceFile } from './source-file.js';
import { openTable } from './table.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-table-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
async function read(
  content: string | Buffer,
  options: { limits?: Partial<ReadLimits>; isGoodRow?: (fields: Fields) => boolean } = {},
) {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, content);
  const source = await SourceFile.open(path);
  const table = await openTable(source, { limits: { ...READ_LIMITS, ...options.limits } });
  const rows: RawRow<Fields>[] = [];
  for await (const batch of table.rows(options.isGoodRow ?? (() => false))) rows.push(...batch);
  const bad = rows.flatMap((row) => (row.fault === undefined ? [] : [[row.line, row.field, row.fault]]));
  return {
    columns: table.columns,
    rows,
    good: rows.flatMap((row) => (row.fault === undefined ? [row.value] : [])),
    bad,
  };
}

describe('a table', () => {
  test('gives its fields with the physical line that each row begins on', async () => {
    const { columns, rows } = await read('\ufeffid,text\r\n1,halo\r\n\r\n2,"dua\r\nbaris"\r\n3,tiga');
    expect(columns).toEqual(['id', 'text']);
    expect(rows).toEqual([
      { line: 2, value: ['1', 'halo'], text: '1,halo\r' },
      { line: 4, value: ['2', 'dua\r\nbaris'], text: '2,"dua\r\nbaris"\r' },
      { line: 6, value: ['3', 'tiga'], text: '3,tiga' },
    ]);
  });

  test('refuses lines that end in a carriage return alone instead of reading nothing', async () => {
    await expect(read('a,b\r1,2\r3,4\r')).rejects.toMatchObject({ code: 'BAD_INPUT_FILE' });
  });

  test.each([['\t'], [';'], ['|']])('guesses the delimiter %j from the header', async (delimiter) => {
    const { columns, good } = await read(`a${delimiter}b\n1${delimiter}x, y\n`);
    expect(columns).toEqual(['a', 'b']);
    expect(good).toEqual([['1', 'x, y']]);
  });

  test('survives any text when written by the rules, plain or packed', async () => {
    const text = fc
      .oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a",\n\r; ]{0,12}$/))
      .map((s) => s.replaceAll('\0', ''));
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
      );
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (rows, newline, packed) => {
        const header = rows[0]!.map((_, column) => `c${column}`);
        const csv = Buffer.from(Papa.unparse([header, ...rows], { newline, quotes: true }));
        const { good, bad } = await read(packed ? gzipSync(csv) : csv);
        expect(bad).toEqual([]);
        expect(good).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  test('names a row of the wrong width, and only that one', async () => {
    const { good, bad } = await read('a,b\n1,2\n3\n4,5,6\n7,8\n');
    expect(good).toEqual([
      ['1', '2'],
      ['7', '8'],
    ]);
    expect(bad).toEqual([
      [3, '(row)', 'has 1 fields where the header has 2'],
      [4, '(row)', 'has 3 fields where the header has 2'],
    ]);
  });

  test('names the column of bytes that are no UTF-8, of NUL bytes and of too large a field', async () => {
    const bytes = Buffer.concat([
      Buffer.from('a,b\n1,'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('\nx\0y,2\n3,"4\n'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"\n5,66666666666\n7,8\n'),
    ]);
    const { good, bad } = await read(bytes, { limits: { fieldLength: 10 } });
    expect(good).toEqual([['7', '8']]);
    expect(bad).toEqual([
      [2, 'b', 'is not valid UTF-8'],
      [3, 'a', 'holds a NUL byte'],
      [4, 'b', 'is not valid UTF-8'],
      [6, 'b', 'holds more than 10 characters'],
    ]);
  });

  test('passes over a line beyond all limits without keeping it', async () => {
    const { good, bad } = await read(`a,b\n1,${'x'.repeat(2_000_000)}\n2,3\n4,${'y'.repeat(700_000)}`, {
      limits: { lineBytes: 300_000 },
    });
    expect(good).toEqual([['2', '3']]);
    expect(bad).toEqual([
      [2, '(row)', 'the line is too long'],
      [4, '(row)', 'the line is too long'],
    ]);
  });

  test('a stray quote costs its own row, also where a later quote would close it', async () => {
    const isGoodRow = ([id]: Fields) => /^\d+$/.test(id!);
    const { good, bad } = await read('id,text,n\n1,"open,1\n2,two,2\n3,x",3\n4,four,4\n5,"a"b,5\n', { isGoodRow });
    expect(good).toEqual([
      ['2', 'two', '2'],
      ['3', 'x"', '3'],
      ['4', 'four', '4'],
    ]);
    expect(bad.map(([line]) => line)).toEqual([2, 6]);
  });

  test('no damage anywhere loses a row besides its own', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [`${i}`, i % 3 === 0 ? `baris,\n"${i}"` : `teks ${i}`, `t${i}`]);
    const isGoodRow = (fields: Fields) => /^\d+$/.test(fields[0]!) && fields[2] === `t${fields[0]}`;
    const damage = fc.constantFrom('x,"open,y', '"', 'one', 'a,b,c,d', 'a,"b"c,d', '"a,b', 'a,"",b"",""c,"', '\0,b,c');
    const spots = fc.array(fc.tuple(fc.nat({ max: 60 }), damage), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(spots, async (broken) => {
        const lines = ['id,text,tag'];
        const records = rows.map((row) => Papa.unparse([row]));
        records.forEach((record, i) => {
          for (const [spot, line] of broken) if (spot === i) lines.push(line);
          lines.push(record);
        });
        const { good } = await read(lines.join('\n'), { isGoodRow });
        expect(good.filter((fields) => isGoodRow(fields))).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  test('of a truncated gzip takes the whole rows and says where it ends', async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `${i},${(i * 2654435761) % 4294967296}`);
    const packed = gzipSync(`id,n\n${lines.join('\n')}\n`);
    const { good, bad } = await read(packed.subarray(0, packed.length >> 1));
    expect(good.length).toBeGreaterThan(1000);
    expect(good).toEqual(lines.slice(0, good.length).map((line) => line.split(',')));
    expect(bad).toEqual([[good.length + 2, '(file)', expect.stringContaining('ends in the middle')]]);
  });

  test('of a corrupt gzip takes what is whole before the fault', async () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `${i},${(i * 2654435761) % 4294967296}`);
    const packed = gzipSync(`id,n\n${lines.join('\n')}\n`);
    packed.fill(0xff, packed.length >> 1, (packed.length >> 1) + 64);
    const { good, bad } = await read(packed);
    expect(good.length).toBeGreaterThan(20_000);
    expect(good.slice(0, 20_000)).toEqual(lines.slice(0, 20_000).map((line) => line.split(',')));
    expect(bad.at(-1)).toEqual([expect.any(Number), '(file)', expect.stringContaining('damaged')]);
  });

  test('in UTF-16, by its mark or without one, is read as it stands', async () => {
    const text = `kode,nama panjang\n1,${'é'.repeat(40)}😀\n`;
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), little, big])
      expect((await read(bytes)).good).toEqual([['1', `${'é'.repeat(40)}😀`]]);
  });

  test('that is empty or absent is refused with its path', async () => {
    await expect(read('')).rejects.toMatchObject({ code: 'BAD_INPUT_FILE' });
    await expect(SourceFile.open('/nowhere.csv')).rejects.toMatchObject({ code: 'BAD_INPUT_FILE', at: '/nowhere.csv' });
  });
});

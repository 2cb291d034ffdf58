import fc from 'fast-check';
import { TextRowReader } from './text-row-reader.js';

function read(content: string | Uint8Array, chunk = 7) {
  const rows: [string, string][] = [];
  const reader = new TextRowReader((id, text) => rows.push([id, text]));
  const bytes = Buffer.from(content as string);
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk));
  return { ...reader.finish(), rows };
}

test.each([
  ['a header', 'text_id\ttext\n1\thalo dunia\n2\t"kutipan" ini\n'],
  [
    'a header in another order, with a mark of UTF-8 and carriage returns',
    '\ufeffText\tTEXT_ID\r\nhalo dunia\t1\r\n"kutipan" ini\t2',
  ],
  ['other columns', 'time\ttext_id\ttext\n9\t1\thalo dunia\n\n9\t2\t"kutipan" ini\n'],
  ['no header', '1\thalo dunia\n2\t"kutipan" ini\n'],
])('with %s', (_, content) => {
  expect(read(content)).toEqual({
    rows: [
      ['1', 'halo dunia'],
      ['2', '"kutipan" ini'],
    ],
    ...{ rejected: 0, rejects: [] },
  });
});

test('bad lines are left out and named; the others are read', () => {
  const lines = ['text_id\ttext', '1\tsatu', 'dua', '3\ttiga\tempat', '\tlima', '6\t', ''].join('\n');
  const content = Buffer.concat([Buffer.from(lines), Buffer.from([0x37, 0x09, 0xff, 0x0a]), Buffer.from('8\tdelapan')]);
  const { rows, rejected, rejects } = read(content);
  expect(rows).toEqual([
    ['1', 'satu'],
    ['6', ''],
    ['8', 'delapan'],
  ]);
  expect(rejected).toBe(4);
  expect(rejects.map(({ line, field }) => [line, field])).toEqual([
    [3, ''],
    [4, ''],
    [5, 'text_id'],
    [7, ''],
  ]);
  expect(rejects[0]!.reason).toContain('1 columns where 2 are expected');
  expect(rejects[3]!.reason).toContain('UTF-8');
});

test('a line of more than a mebibyte is left out, and its bytes are not kept', () => {
  const { rows, rejects } = read(`a\tb\n1\t${'x'.repeat(3 << 20)}\n2\tdua\n`, 1 << 16);
  expect(rows).toEqual([
    ['a', 'b'],
    ['2', 'dua'],
  ]);
  expect(rejects).toEqual([{ line: 2, field: '', reason: 'the line has more than 1 MiB' }]);
});

test.each([
  ['nothing', '', 'no line'],
  ['one column', 'hanya teks\n', 'no column text_id'],
  ['a header without text', 'text_id\tisi\n1\thalo\n', 'no column text'],
  ['a header of another name for text_id', 'id\ttext\n1\thalo\n', 'no column text_id'],
  ['a header without text_id', 'id\ttext\tlang\n1\thalo\tid\n', 'no column text_id'],
])('refuses a file with %s', (_, content, reason) => {
  expect(() => read(content)).toThrow(
    expect.objectContaining({ code: 'BAD_INPUT_FILE', message: expect.stringContaining(reason) }) as never,
  );
});

test('reads the same however the bytes come in', () => {
  const field = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\t\r\n\ufeff]/g, ''));
  const rows = fc.array(fc.tuple(fc.nat().map(String), field), { minLength: 1 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 40 }), (of, chunk) => {
      const content = `text_id\ttext\n${of.map((row) => row.join('\t')).join('\n')}\n`;
      expect(read(content, chunk).rows).toEqual(of);
    }),
  );
});

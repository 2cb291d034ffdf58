import fc from 'fast-check';
import Papa from 'papaparse';
import { CodedError } from '#domain/errors/coded-error.js';
import { type ActionFile, actionFile } from './action-file.js';
import { COORTWEET_MAPPING } from './action-file-mapping.js';
import { ActionFileReader } from './action-file-reader.js';

const HEADER = 'object_id,account_id,content_id,timestamp_share,text';

function read(text: string | Uint8Array, chunk = 1 << 20): ActionFile {
  const reader = new ActionFileReader(COORTWEET_MAPPING);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk));
  return actionFile(reader.finish(), 'CO_REPOST');
}

function rowsOf({ actions, accounts, objects }: ActionFile) {
  return Array.from({ length: actions.length }, (_, i) => {
    const object = actions.object[i]!;
    const name = object < objects.length ? objects.at(object) : 'itself';
    return [name, accounts.at(actions.account[i]!), actions.time[i]!];
  });
}

const id = fc.string({
  unit: fc.constantFrom('a', 'ß', '😀', '"', ',', '\n', '\r', ' ', '7'),
  minLength: 1,
  maxLength: 5,
});
const row = fc.tuple(id, id, id, fc.integer({ min: 700_000_000, max: 4_000_000_000 }), fc.string());

test('reads what a CSV library wrote, however the bytes are cut into chunks', () => {
  const options = fc.record({ quotes: fc.boolean(), newline: fc.constantFrom('\n', '\r\n') });
  fc.assert(
    fc.property(fc.array(row), options, fc.integer({ min: 1, max: 40 }), (rows, config, chunk) => {
      const text = `${HEADER}${config.newline}${Papa.unparse(rows, config)}`;
      const file = read(text, chunk);
      expect(file.rejects).toEqual([]);
      expect(rowsOf(file)).toEqual(
        rows.map(([object, account, content, time]) => [object === content ? 'itself' : object, account, time * 1000]),
      );
      expect(file.repeatedContents).toBe(rows.length - new Set(rows.map(([, , content]) => content)).size);
    }),
    { numRuns: 300 },
  );
});

test('times: Unix seconds with a fraction, ISO 8601 with and without a zone', () => {
  const times = [
    '1600000000',
    '1600000000.25',
    '2020-09-13T12:26:40Z',
    '2020-09-13 19:26:40+07:00',
    '2020-09-13 12:26:40',
  ];
  const file = read(`${HEADER}\n${times.map((time, i) => `o,a,${i},${time},`).join('\n')}`);
  expect(Array.from(file.actions.time)).toEqual([1.6e12, 1.6e12 + 250, 1.6e12, 1.6e12, 1.6e12]);
});

test('names each row that it cannot use, and reads on', () => {
  const lines = [
    HEADER,
    'o,a,1,1600000000,fine',
    'o,a,2,,no time',
    'o,a,3,1600000000000,milliseconds',
    ',a,4,1600000000,no object',
    'o,,5,1600000000,no account',
    'o,a,,1600000000,no content',
    'o,a',
    '"o" x,a,8,1600000000,text after a quote',
    'o,a,9,1600000000,"line',
    'break"',
    'o,a,10,yesterday,"a ""word"""',
    '',
    '"o,a,11,1600000000,never closed',
    'o,b,12,1600000001,fine',
  ];
  const file = read(lines.join('\n'));
  expect(file.rejects.map(({ line, field }) => [line, field])).toEqual([
    [3, 'time'],
    [4, 'time'],
    [5, 'object'],
    [6, 'account'],
    [7, 'content'],
    [8, ''],
    [9, ''],
    [12, 'time'],
    [14, ''],
  ]);
  expect([file.rows, file.rejected, file.actions.length]).toEqual([12, 9, 3]);
});

test('counts all rejected rows and keeps the first ten', () => {
  const file = read(`${HEADER}\n${'o,a,1,x,\n'.repeat(25)}`);
  expect([file.rejected, file.rejects.length]).toEqual([25, 10]);
});

test('an original listed as a share of itself shares its object with nobody', () => {
  const file = read(`${HEADER}\n7,a,7,1600000000,\n7,b,8,1600000001,\n9,c,9,1600000000,`);
  const [own, share, other] = file.actions.object;
  expect(new Set([own, share, other]).size).toBe(3);
  expect(file.actions.objectCount).toBe(3);
  expect(Math.max(own!, share!, other!)).toBe(2);
});

test.each(['\t', ';', '|'])('takes a byte order mark, and the delimiter %j that the header tells', (mark) => {
  const row = ['o,1', 'a', '"1"', '1600000000', ''].join(mark);
  const file = read(`\uFEFF${HEADER.replaceAll(',', mark)}\r\n${row}\r\n`, 1);
  expect(rowsOf(file)).toEqual([['o,1', 'a', 1.6e12]]);
});

test.each([
  ['{"object":"o","account":"a"}\n', 'this is JSON, not a CSV'],
  ['', /no header/],
  ['a,b,c\n1,2,3', /no column "object_id"/],
  [Buffer.from(HEADER, 'utf16le'), /not UTF-8/],
])('refuses a file whose header says nothing: %p', (text, message) => {
  expect(() => read(text)).toThrow(CodedError);
  expect(() => read(text)).toThrow(message);
});

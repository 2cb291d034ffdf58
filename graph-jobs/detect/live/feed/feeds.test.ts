import fc from 'fast-check';
import { CsvFeed } from './csv-feed.js';
import { type FeedPosition, type FeedReader, type FeedRow, START } from './feed-reader.js';
import { JsonFeed } from './json-feed.js';

const MAPPING = { object: 'o', account: 'a', time: 't', content: 'c' };
const CSV = `t;a;o;c;text
1600000000;ani;u1;1;plain
2020-09-13T12:26:41Z;"budi";"u ""1""";2;"with; delimiter
and lines"

x;citra;u1;3;bad time
1600000002;;u1;4;no account
1600000003;dewi;ü;5;umlaut
1600000004;eka
1600000005;fajar;u9;6;"never closed
1600000006;gita;u9;7;after it
`;
/** A quote that nobody closes, before rows that go on; and a text of several lines, which is none. */
const STRAY = `t,a,o,c,text
1600000000,ani,u1,1,plain
1600000001,"budi,u1,2,stray
1600000002,citra,u1,3,good
1600000003,dewi,u1,4,good
1600000004,eka,u1,5,good
1600000005,fajar,u1,6,"a text
1600000006,gita,u1,7,that holds
two rows
1600000006,gita,u1,7,apart"
1600000007,hadi,u1,8,good
`;
const NDJSON = `{"a":"ani","o":["x","y","x"],"t":1600000000,"c":1}
{"a":"budi","o":"ü","t":"2020-09-13T12:26:41Z","c":"2"}

{"a":"citra","t":1600000002,"c":"3"}
{"a":"dewi","o":"x","t":"soon","c":"4"}
{"a":12345678901234567890,"o":"x","t":1600000003,"c":"5"}
{"a":"eka","o":"x","t":1600000003
[1]
{"a":"fajar","o":"x","t":1600000004.5,"c":"6"}`;

const FEEDS = [
  ['CSV', CSV, (from?: FeedPosition) => new CsvFeed(MAPPING, from)],
  ['CSV with a stray quote', STRAY, (from?: FeedPosition) => new CsvFeed(MAPPING, from)],
  ['NDJSON', NDJSON, (from?: FeedPosition) => new JsonFeed(MAPPING, from)],
] as const;

function read(reader: FeedReader, bytes: Uint8Array, cuts: readonly number[] = []): FeedRow[] {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const pieces = [0, ...ends].map((start, i) => bytes.subarray(start, ends[i] ?? bytes.length));
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.push(new Uint8Array(), true)];
}

function brief(rows: readonly FeedRow[]): unknown[] {
  return rows.map((row) =>
    'actions' in row
      ? row.actions.map(({ account, object, content, time }) => `${account} ${object} ${content} ${time}`)
      : `line ${row.line} ${row.field}`,
  );
}

test('a CSV gives its rows, and the line and field of those that cannot be taken', () => {
  expect(brief(read(new CsvFeed(MAPPING), Buffer.from(CSV)))).toEqual([
    ['ani u1 1 1600000000000'],
    ['budi u "1" 2 1600000001000'],
    'line 6 time',
    'line 7 account',
    ['dewi ü 5 1600000003000'],
    'line 9 ',
    'line 10 ',
    ['gita u9 7 1600000006000'],
  ]);
});

test('NDJSON gives an action for each element of a list, and none where there is no object', () => {
  expect(brief(read(new JsonFeed(MAPPING), Buffer.from(NDJSON)))).toEqual([
    ['ani x 1 1600000000000', 'ani y 1 1600000000000'],
    ['budi ü 2 1600000001000'],
    [],
    'line 5 time',
    'line 6 account',
    'line 7 ',
    'line 8 ',
    ['fajar x 6 1600000004500'],
  ]);
});

test('fields inside others are named by dots', () => {
  const reader = new JsonFeed({ object: 'post.id', account: 'author.id', time: 'at' });
  const rows = reader.push(Buffer.from('{"post":{"id":7},"author":{"id":"ani"},"at":1600000000}\n{"post":null}\n'));
  expect(brief(rows)).toEqual([['ani 7 null 1600000000000'], []]);
});

describe.each(FEEDS)('%s', (_, text, reader) => {
  const bytes = Buffer.from(text);

  test('the pieces that it comes in change nothing', () => {
    const whole = read(reader(), bytes);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 8 }), (cuts) => {
        expect(read(reader(), bytes, cuts)).toEqual(whole);
      }),
    );
  });

  test('a reader goes on where another stood', () => {
    const whole = read(reader(), bytes);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const first = reader();
      const before = first.push(bytes.subarray(0, cut));
      const { offset } = first.position;
      const after = read(reader(first.position), bytes.subarray(offset));
      expect([...before, ...after]).toEqual(whole);
    }
  });
});

test('a header without a column of the mapping is refused, an empty file waits for one', () => {
  expect(() => new CsvFeed(MAPPING).push(Buffer.from('a,b\n'))).toThrow(
    expect.objectContaining({ code: 'BAD_INPUT_FILE' }),
  );
  const empty = new CsvFeed(MAPPING);
  expect(empty.push(new Uint8Array(), true)).toEqual([]);
  expect(empty.position).toEqual(START);
});

test('bytes that are no whole record are known as such', () => {
  const reader = new CsvFeed(MAPPING);
  reader.push(Buffer.from('t;a;o;c\n1600000000;ani;u1;1\n16000'));
  expect([reader.position.offset, reader.unfinished]).toEqual([28, 5]);
});

test('a stray quote costs its own line alone, as soon as three rows stand behind it, and is known before', () => {
  const reader = new CsvFeed(MAPPING);
  const lines = STRAY.split(/(?<=\n)/);
  const rows = lines.map((line) => brief(reader.push(Buffer.from(line))));
  expect(rows.slice(1, 6)).toEqual([
    [['ani u1 1 1600000000000']],
    [],
    [],
    [],
    ['line 3 ', ['citra u1 3 1600000002000'], ['dewi u1 4 1600000003000'], ['eka u1 5 1600000004000']],
  ]);
  expect(rows.slice(6)).toEqual([[], [], [], [['fajar u1 6 1600000005000']], [['hadi u1 8 1600000007000']]]);
  const waiting = new CsvFeed(MAPPING);
  waiting.push(Buffer.from(lines.slice(0, 2).join('')));
  expect(waiting.openQuote).toBeNull();
  waiting.push(Buffer.from(lines.slice(2, 4).join('')));
  expect(waiting.openQuote).toBe(3);
  waiting.push(Buffer.from(lines.slice(4, 6).join('')));
  expect(waiting.openQuote).toBeNull();
});

test('wherever a stray quote stands in a feed of good rows, no row but its own is lost', () => {
  const good = Array.from({ length: 12 }, (_, i) => `16000000${10 + i},a${i},u${i % 3},${i},text ${i}`);
  fc.assert(
    fc.property(fc.nat(8), fc.constantFrom('t', 'a', 'o', 'c', 'text'), (at, field) => {
      const place = ['t', 'a', 'o', 'c', 'text'].indexOf(field);
      const rows = good.map((row, i) => {
        const fields = row.split(',');
        return i === at ? fields.with(place, `"${fields[place]}`).join() : row;
      });
      const found = brief(new CsvFeed(MAPPING).push(Buffer.from(`t,a,o,c,text\n${rows.join('\n')}\n`)));
      const others = Array.from({ length: 12 }, (_, i) => [`a${i} u${i % 3} ${i} 16000000${10 + i}000`]);
      expect(found).toEqual(others.with(at, `line ${at + 2} ` as never));
    }),
  );
});

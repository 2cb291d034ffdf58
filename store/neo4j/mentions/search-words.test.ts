import fc from 'fast-check';
import { openSqlite } from '../../embedded/sqlite-binding.js';
import { searchWords, textSearch } from './search-words.js';

/** The words that the text index of the embedded store makes. */
function embeddedWords(texts: readonly string[]): (string | null)[] {
  const database = openSqlite(':memory:', false);
  database.exec("CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')");
  database.exec("CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance')");
  const insert = database.prepare('INSERT INTO t (rowid, text) VALUES (?, ?)');
  for (const [at, text] of texts.entries()) insert.run(at + 1, text);
  const words = texts.map((): string[] => []);
  for (const { doc, term } of database.prepare('SELECT doc, term FROM v ORDER BY doc, offset').all() as Hit[])
    words[doc - 1]!.push(term);
  database.close();
  return words.map((list) => (list.length === 0 ? null : ` ${list.join(' ')} `));
}

interface Hit {
  readonly doc: number;
  readonly term: string;
}

// What people here write: ASCII, Latin with marks, Greek, Cyrillic, Arabic, Javanese, Thai, Chinese, Japanese, Korean.
const letter = fc.oneof(
  fc.integer({ min: 1, max: 0x7f }),
  fc.integer({ min: 0xc0, max: 0x17e }),
  fc.integer({ min: 0x391, max: 0x3a1 }),
  fc.integer({ min: 0x3b1, max: 0x3c9 }),
  fc.integer({ min: 0x410, max: 0x44f }),
  fc.integer({ min: 0x620, max: 0x64a }),
  fc.integer({ min: 0xa984, max: 0xa9b2 }),
  fc.integer({ min: 0xe01, max: 0xe30 }),
  fc.integer({ min: 0x4e00, max: 0x4fff }),
  fc.integer({ min: 0x3041, max: 0x3096 }),
  fc.integer({ min: 0xac00, max: 0xacff }),
  fc.integer({ min: 0x1f300, max: 0x1f320 }),
  fc.constantFrom(0x300, 0x301, 0x308, 0x323, 0x327, 0x20, 0x20, 0x2d, 0x5f, 0x1ea1, 0x1ef7, 0x130, 0xe000),
);

describe('words for searches', () => {
  test('are those of the embedded store', () => {
    const text = fc.array(letter, { maxLength: 12 }).map((points) => String.fromCodePoint(...points));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        expect(texts.map(searchWords)).toEqual(embeddedWords(texts));
      }),
    );
  });

  test.each([
    ['Banjir DI-Jakarta!', ' banjir di jakarta '],
    ['kompas.com foo_bar café', ' kompas com foo bar cafe '],
    ['😱 … !', null],
    ['', null],
    ['\ud800 a \udfff', ' a '],
  ])('%j', (text, words) => {
    expect(searchWords(text)).toBe(words);
  });
});

describe('a text filter', () => {
  test('holds no operator, and each phrase once', () => {
    expect(textSearch('O\'Neil "banjir  besar" AND AND NOT (x)* ~1 a^2 \\"')).toEqual({
      query: '"o neil" AND "banjir besar" AND "and" AND "not" AND "x" AND "1" AND "a 2"',
      phrases: [' o neil ', ' banjir besar ', ' and ', ' not ', ' x ', ' 1 ', ' a 2 '],
      left: null,
    });
  });

  test('of more words than a query of the index can hold leaves some to be asked of each mention', () => {
    const { query, phrases, left } = textSearch(Array.from({ length: 1500 }, (_, n) => `w${n}`).join(' '));
    expect(query.split(' AND ')).toHaveLength(1000);
    expect(phrases).toHaveLength(1500);
    expect(left).toEqual(phrases.slice(1000));
  });

  test('without a word is refused', () => {
    expect(() => textSearch('!? "" *')).toThrow(expect.objectContaining({ code: 'BAD_FILTER' }));
  });
});

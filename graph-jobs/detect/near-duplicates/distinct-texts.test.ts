import fc from 'fast-check';
import { NO_ROW } from '#domain/mention-columns.js';
import { DistinctTexts } from './distinct-texts.js';

const same = (...texts: string[]) => {
  const distinct = new DistinctTexts();
  const codes = texts.map((text) => distinct.codeOf(text));
  expect(codes).not.toContain(NO_ROW);
  return new Set(codes).size === 1;
};
const isObject = (text: string) => new DistinctTexts().codeOf(text) !== NO_ROW;

test.each([
  ['case, width and punctuation', 'Banjir di Kota ini surut!', 'ＢＡＮＪＩＲ di kota, ini SURUT…'],
  ['links', 'banjir di kota ini surut https://t.co/a1', 'banjir di kota http://b.example/?x=1#y ini surut'],
  [
    'a link with no space behind it',
    '今天宁波妇儿医院http://t.cn/abc发生一件事',
    '今天宁波妇儿医院发生一件事 www.weibo.com',
  ],
  ['handles', '@ani banjir di kota ini surut', 'banjir di kota ini @budi_2 surut @章立凡'],
  ['hashtags at the end', 'banjir di kota ini surut #banjir #viral', 'banjir di kota ini surut #扩散#'],
  ['white space and emoji', 'banjir  di\nkota\tini 🙏surut 🙏', 'banjir di kota ini surut'],
  ['marks that nobody sees', 'ban\u200bjir di ko\u00adta ini surut', 'banjir di kota ini surut'],
  [
    'what a repost on Weibo quotes',
    '今天宁波妇儿医院发生一件事//@路人:真的吗',
    '今天宁波妇儿医院发生一件事//@别人:转发微博',
  ],
  ['half a surrogate pair', 'banjir di \ud83dkota ini surut', 'banjir di \ufffdkota ini surut'],
])('%s make no difference', (_, one, other) => {
  expect(same(one, other)).toBe(true);
});

test.each([
  ['a word', 'banjir di kota ini surut', 'banjir di kota ini naik'],
  ['a number', 'harga beras naik 5000 rupiah', 'harga beras naik 6000 rupiah'],
  ['the order', 'banjir di kota ini surut', 'di kota ini banjir surut'],
  ['a hashtag within', 'di kota #banjir ini sudah surut', 'di kota ini sudah surut'],
  ['a repetition', 'banjir di kota ini surut', 'banjir di kota kota ini surut'],
])('%s makes one', (_, one, other) => {
  expect(same(one, other)).toBe(false);
});

test.each([
  '',
  ' ',
  'Amin',
  'terima kasih banyak',
  '转发微博。',
  '[蜡烛][蜡烛][蜡烛][蜡烛]',
  'wkwk '.repeat(100_000),
  '\ud800',
  'RT @ani: banjir di kota ini surut',
  '//@路人:今天宁波妇儿医院发生一件事',
  '#a #b #c #d #e',
  'https://a.example/b @c @d',
])('%.40s is no object', (text) => {
  expect(isObject(text)).toBe(false);
});

test.each(['terima kasih banyak pak', '今天宁波妇儿医院', 'น้ำท่วมกรุงเทพ', '𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇'])('%s is one', (text) => {
  expect(isObject(text)).toBe(true);
});

test.each([
  ['banjir di kota ini sudah mulai surut tadi', 0],
  ['banjir di kota ini sudah mulai surut tadi pagi', 8],
  ['今天宁波妇儿医院发生一件大事情', 0],
  ['今天下午宁波妇儿医院发生一件大事情', 16],
])('%s has %d shingles to be compared by', (text, count) => {
  const distinct = new DistinctTexts();
  distinct.codeOf(text);
  expect(distinct.shingles().shingles.length).toBe(count);
});

test('no new text is taken once the shingles were asked for, those that are known are', () => {
  const distinct = new DistinctTexts();
  distinct.codeOf('banjir di kota ini surut');
  expect(distinct.shingles()).toBe(distinct.shingles());
  expect(distinct.codeOf('Banjir di kota ini surut!')).toBe(0);
  expect(() => distinct.codeOf('banjir di kota ini naik')).toThrow('after the shingles');
});

test('any text of any length and script is taken, and the same again has the same code', () => {
  const distinct = new DistinctTexts();
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }));
  const anything = fc.oneof(
    text,
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(anything, (one) => {
      expect(distinct.codeOf(one)).toBe(distinct.codeOf(one));
    }),
    { numRuns: 1000 },
  );
});

test('a megabyte of different words is compared by its beginning', () => {
  const words = (from: number) => Array.from({ length: 120_000 }, (_, i) => `kata${from + i}`).join(' ');
  expect(same(words(0), `${words(0)} dan lagi`)).toBe(true);
  expect(same(words(0), words(1))).toBe(false);
});

import fc from 'fast-check';
import { LANGUAGES, LanguageIdentifier } from './identify-language.js';
import { trainLanguages } from './train-languages.js';

const shipped = LanguageIdentifier.shipped();

test.each([
  ['id', 'Presiden meresmikan jalan tol baru di Sumatera pada hari Senin'],
  ['id', 'gk jelas bgt sih servicenya, slow response, kapok gue'],
  ['jv', 'Aku paling ora seneng kuwi, yen nyepaki pemilu, suasane tansah panas.'],
  ['su', 'Abdi timburu tapi teu tiasa nanaon, karunya pisan'],
  ['en', 'why is the internet so slow today, really annoying'],
  ['other', 'Todos los seres humanos nacen libres e iguales en dignidad y derechos'],
  ['other', '今天宁波妇儿医院发生一件事'],
  ['other', 'น้ำท่วมกรุงเทพ'],
])('tells %s', (language, text) => {
  expect(shipped.identify(text).language).toBe(language);
});

test.each(['', '   ', '12 500 #2024', '😀😀', 'https://t.co/a @budi', 'bkw'])('abstains on %j', (text) => {
  expect(shipped.identify(text).language).toBeNull();
});

test('takes any text; the probabilities are shares of one, and a language is named only when it is likely', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.lorem());
  fc.assert(
    fc.property(texts, (text) => {
      const { language, probabilities } = shipped.identify(text);
      const sum = LANGUAGES.reduce((all, one) => all + probabilities[one], 0);
      expect(sum).toBeCloseTo(1, 9);
      if (language !== null) expect(probabilities[language]).toBeGreaterThanOrEqual(0.7);
    }),
  );
});

describe('training', () => {
  /** A language is known when enough of it was read. */
  const often = (...of: string[]) => Array.from({ length: 500 }, () => of).flat();
  const texts = [
    { language: 'id', prior: 0.5, texts: often('saya tidak tahu jalan ke pasar', 'kamu belum makan nasi') },
    {
      language: 'jv',
      prior: 0.3,
      borrows: 0.2,
      texts: often('aku ora ngerti dalan menyang pasar', 'kowe durung mangan sega'),
    },
    { language: 'xx', prior: 0.2, texts: often('zzz qqq', 'qqz zqq') },
  ];
  const identifier = new LanguageIdentifier(trainLanguages(texts));

  test('tells the languages that it was shown; one with no name of its own is another', () => {
    expect(identifier.identify('saya belum tahu').language).toBe('id');
    expect(identifier.identify('aku durung ngerti').language).toBe('jv');
    expect(identifier.identify('zqq qqq').language).toBe('other');
  });

  test('gives the same bytes again', () => {
    expect(trainLanguages(texts)).toEqual(trainLanguages(texts));
  });

  test('a word that two languages share says less where one borrows from the other', () => {
    const without = texts.map(({ borrows: _, ...rest }) => rest);
    const strict = new LanguageIdentifier(trainLanguages(without));
    const indonesian = (of: LanguageIdentifier) => of.identify('tahu').probabilities.id;
    expect(indonesian(identifier)).toBeLessThan(indonesian(strict));
  });
});

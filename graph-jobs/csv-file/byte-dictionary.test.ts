import fc from 'fast-check';
import { ByteDictionary } from './byte-dictionary.js';

const text = fc.string({ unit: 'grapheme', maxLength: 9 });

function filled(values: readonly string[]): { dictionary: ByteDictionary; codes: number[] } {
  const dictionary = new ByteDictionary();
  const codes = values.map((value) => {
    const bytes = Buffer.from(`<${value}>`);
    return dictionary.codeOf(bytes, 1, bytes.length - 1);
  });
  return { dictionary, codes };
}

test('the same bytes have the same code, codes follow first appearance, and strings come back', () => {
  fc.assert(
    fc.property(fc.array(text), (values) => {
      const { dictionary, codes } = filled(values);
      const distinct = Array.from(new Set(values));
      expect(codes).toEqual(values.map((value) => distinct.indexOf(value)));
      expect(distinct.map((_, code) => dictionary.at(code))).toEqual(distinct);
    }),
  );
});

test('holds far more values than it starts with', () => {
  const values = Array.from({ length: 20_000 }, (_, i) => `account ${i * 7919}`);
  const { dictionary, codes } = filled([...values, ...values]);
  expect(dictionary.length).toBe(values.length);
  expect(codes.slice(values.length)).toEqual(codes.slice(0, values.length));
});

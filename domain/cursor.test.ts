import fc from 'fast-check';
import { type CursorKey, decodeCursor, encodeCursor } from './cursor.js';
import { CodedError } from './errors/coded-error.js';

const keys = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer()), { minLength: 1, maxLength: 4 });
const typesOf = (key: CursorKey) => key.map((value) => typeof value as 'string' | 'number');

test('a cursor gives back its keyset', () => {
  fc.assert(
    fc.property(keys, (key) => expect(decodeCursor('list', typesOf(key), encodeCursor('list', key))).toEqual(key)),
  );
});

test('a cursor of another list, of other types or no cursor at all is refused', () => {
  const refused = (decode: () => unknown) => {
    expect(decode).toThrow(CodedError);
    expect(decode).toThrow(expect.objectContaining({ code: 'BAD_CURSOR', at: 'after' }));
  };
  refused(() => decodeCursor('accounts', ['number'], encodeCursor('mentions', [1])));
  refused(() => decodeCursor('mentions', ['string'], encodeCursor('mentions', [1])));
  refused(() => decodeCursor('mentions', ['number', 'number'], encodeCursor('mentions', [1])));
  fc.assert(fc.property(fc.string(), (text) => refused(() => decodeCursor('mentions', ['number'], text))));
});

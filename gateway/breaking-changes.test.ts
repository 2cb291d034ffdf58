import { parse } from 'graphql';
import { breaksOf } from './breaking-changes.js';
import { composeSupergraph } from './compose-supergraph.js';

const supergraph = (sdl: string) => composeSupergraph([{ name: 'a', typeDefs: parse(sdl) }]);
const before = supergraph('type Query { thing: Thing! other: Int! } type Thing { name: String! }');
const operations = [
  { name: 'thing', document: parse('{ thing { ...N } } fragment N on Thing { name }') },
  { name: 'other', document: parse('{ other }') },
];

test('nothing breaks on what is the same or more', () => {
  const more = supergraph('type Query { thing: Thing! other(a: Int): Int! } type Thing { name: String! more: Int }');
  expect(breaksOf(before, before, operations)).toEqual([]);
  expect(breaksOf(before, more, operations)).toEqual([]);
});

test('a field that is gone, or may be null now, breaks the operations that use it and no others', () => {
  const gone = supergraph('type Query { thing: Thing! } type Thing { name: String! }');
  expect(breaksOf(before, gone, operations)).toEqual([
    { operation: 'other', reasons: [expect.stringContaining('"other"')] },
  ]);
  const nullable = supergraph('type Query { thing: Thing! other: Int! } type Thing { name: String }');
  expect(breaksOf(before, nullable, operations)).toEqual([
    { operation: 'thing', reasons: [expect.stringContaining('Thing.name changed type')] },
  ]);
});

import fc from 'fast-check';
import { type GraphQLError, parse } from 'graphql';
import { createSchema, createYoga } from 'graphql-yoga';
import { documentCaches, tokensPlugin } from './document-caches.js';

const document = parse('{ a }');

test('keeps the documents that were asked last, however long they are, within half a million characters', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300_000 }), { maxLength: 60 }), (lengths) => {
      const { documentCache } = documentCaches();
      for (const [i, length] of lengths.entries()) documentCache.set(`${i} ${'x'.repeat(length)}`, document);
      const kept = [...documentCache.keys()].reduce((sum, text) => sum + text.length, 0);
      expect(kept).toBeLessThanOrEqual(512 * 1024);
      const last = lengths.length - 1;
      if (last >= 0) expect(documentCache.get(`${last} ${'x'.repeat(lengths[last]!)}`)).toBe(document);
    }),
  );
});

test('keeps 1,024 of them at most', () => {
  const { documentCache } = documentCaches();
  for (let i = 0; i < 3000; i += 1) documentCache.set(String(i), document);
  expect(documentCache.size).toBe(1024);
});

test('keeps no error', () => {
  const { errorCache } = documentCaches();
  errorCache.set();
  expect(errorCache.get('{')).toBeUndefined();
});

test('a document of more tokens is refused', async () => {
  const yoga = createYoga({
    schema: createSchema({ typeDefs: 'type Query { a: Int }' }),
    logging: false,
    parserAndValidationCache: documentCaches(),
    plugins: [tokensPlugin(5)],
    maskedErrors: { maskError: (error) => error as GraphQLError },
  });
  const ask = async (query: string) =>
    (
      await yoga.fetch('http://x/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
    ).json();
  expect(await ask('{ a a a }')).toEqual({ data: { a: null } });
  expect((await ask('{ a a a a }')).errors[0].message).toMatch(/more that 5 tokens/);
});

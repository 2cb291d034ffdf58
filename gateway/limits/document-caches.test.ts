import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { type GraphQLError, parse } from 'graphql';
import { createSchema, createYoga, type Plugin } from 'graphql-yoga';
import { documentCaches, tokensPlugin, validOnce } from './document-caches.js';

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

/** A server with these caches, what validation ran, and the contexts of its requests as long as somebody holds them. */
function serverOf(tokens: number) {
  const contexts: WeakRef<object>[] = [];
  let validated = 0;
  const watching: Plugin = {
    onParams: ({ context }) => void contexts.push(new WeakRef(context)),
    onValidate: ({ validateFn, setValidationFn }) =>
      setValidationFn((...given: Parameters<typeof validateFn>) => {
        validated += 1;
        return validateFn(...given);
      }),
  };
  const yoga = createYoga({
    schema: createSchema({ typeDefs: 'type Query { a: Int }' }),
    logging: false,
    parserAndValidationCache: documentCaches(),
    plugins: [validOnce(), tokensPlugin(tokens), watching],
    maskedErrors: { maskError: (error) => error as GraphQLError },
  });
  const ask = async (query: string, more = {}) => {
    const body = JSON.stringify({ query, ...more });
    const headers = { 'content-type': 'application/json' };
    return (await yoga.fetch('http://x/graphql', { method: 'POST', headers, body })).json();
  };
  return { ask, contexts, validated: () => validated };
}

test('a document of more tokens is refused', async () => {
  const { ask } = serverOf(5);
  expect(await ask('{ a a a }')).toEqual({ data: { a: null } });
  expect((await ask('{ a a a a }')).errors[0].message).toMatch(/more that 5 tokens/);
});

test('a document is validated once when it is valid, and each time when it is not', async () => {
  const { ask, validated } = serverOf(100);
  for (let i = 0; i < 3; i += 1) expect(await ask('{ a }')).toEqual({ data: { a: null } });
  expect(validated()).toBe(1);
  for (let i = 0; i < 3; i += 1) expect((await ask('{ b }')).errors[0].message).toMatch(/"b"/);
  expect(validated()).toBe(4);
});

test.each(['{ b', '{ b }', '{ a }'])('nothing holds the requests of "%s" once they are answered', async (query) => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { ask, contexts } = serverOf(100);
  for (let i = 0; i < 50; i += 1) await ask(`${query} # ${i}`, { variables: { large: 'x'.repeat(10_000) } });
  await new Promise((resolve) => setTimeout(resolve, 50));
  collect();
  // The last one or two may still be in a register or a timer.
  expect(contexts.length).toBeGreaterThanOrEqual(50);
  expect(contexts.filter((one) => one.deref() !== undefined).length).toBeLessThan(10);
});

test('what cannot be parsed is told with its place, and holds nothing of the parser', () => {
  let parseFn: (text: string) => unknown = () => undefined;
  const setParseFn = (made: typeof parseFn) => {
    parseFn = made;
  };
  tokensPlugin(5).onParse!({ setParseFn } as never);
  for (const text of ['{ a', '{ a b c d e f g }', '{ a(x: "']) {
    const told = faultOf(() => parseFn(text));
    const { message, locations } = faultOf(() => parse(text, { maxTokens: 5 }));
    expect({ message: told.message, locations: told.locations }).toEqual({ message, locations });
    expect(told.stack).not.toMatch(/parser\.m?js/);
  }
});

function faultOf(work: () => unknown): GraphQLError {
  try {
    work();
  } catch (error) {
    return error as GraphQLError;
  }
  throw new Error('it was parsed');
}

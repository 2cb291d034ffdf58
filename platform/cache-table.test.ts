import { parse, print } from 'graphql';
import { withCacheHints } from './cache-table.js';

const SDL = parse('type Query { page: Page } type Page @key(fields: "id") { id: ID total: Int }');

test('types and fields have the hints of the table, after their other directives', () => {
  const text = print(withCacheHints(SDL, { Page: 300, 'Page.total': 0, 'Query.page': 'inherit' }));
  expect(text).toContain('type Page @key(fields: "id") @cacheControl(maxAge: 300)');
  expect(text).toContain('total: Int @cacheControl(maxAge: 0)');
  expect(text).toContain('page: Page @cacheControl(inheritMaxAge: true)');
  expect(text).toContain('directive @cacheControl(');
});

test('a hint of what is not there is told, and a schema without hints has no directive for them', () => {
  expect(() => withCacheHints(SDL, { 'Page.totl': 1 })).toThrow('Page.totl');
  expect(print(withCacheHints(SDL, {}))).toBe(print(SDL));
});

import { type Page, pageRequest } from '#domain/paging.js';
import { keyedPage } from './keyed-page.js';

const pairs = (name: string, ...items: string[]) => ({ name, items, key: (item: string) => item.split('-') });

function walk(list: ReturnType<typeof pairs>, first: number): string[][] {
  const pages: string[][] = [];
  let after: string | null = null;
  do {
    const page: Page<string> = keyedPage(list, pageRequest(first, after));
    pages.push(page.items.map(({ node }) => node));
    after = page.hasNextPage ? page.items.at(-1)!.cursor : null;
  } while (after !== null);
  return pages;
}

test('pages follow the key, whatever order the items came in', () => {
  expect(walk(pairs('pairs', 'b-c', 'a-d', 'a-b', 'b-d', 'c-d'), 2)).toEqual([['a-b', 'a-d'], ['b-c', 'b-d'], ['c-d']]);
});

test('a last page that is full says that nothing follows', () => {
  expect(walk(pairs('pairs', 'a-b', 'a-c'), 2)).toEqual([['a-b', 'a-c']]);
});

test('a page goes on behind an item that is gone', () => {
  const { items } = keyedPage(pairs('pairs', 'a-b', 'a-c', 'a-d'), pageRequest(2, null));
  const rest = keyedPage(pairs('pairs', 'a-b', 'a-d'), pageRequest(2, items[1]!.cursor));
  expect(rest.items.map(({ node }) => node)).toEqual(['a-d']);
});

test('a cursor of another list is refused', () => {
  const { items } = keyedPage(pairs('pairs', 'a-b'), pageRequest(1, null));
  expect(() => keyedPage(pairs('others', 'a-b'), pageRequest(1, items[0]!.cursor))).toThrow(
    expect.objectContaining({ code: 'BAD_CURSOR' }),
  );
});

import { parse, print } from 'graphql';
import { withCosts } from './cost-table.js';

const SDL = parse(
  'type Query { page(first: Int): Pages walk: Int short: [Int] } type Pages { nodes: [Int] total: Int }',
);

test('pages say how long they are, and other fields what the table says', () => {
  const { definitions } = withCosts(SDL, { weights: { 'Query.walk': 9 }, sizes: { 'Query.short': 3 } });
  const query = print(definitions[0]!);
  expect(query).toContain(
    'page(first: Int): Pages @listSize(slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false)',
  );
  expect(query).toContain('walk: Int @cost(weight: 9)');
  expect(query).toContain('short: [Int] @listSize(assumedSize: 3)');
});

test('a cost of a field that is not there is told', () => {
  expect(() => withCosts(SDL, { weights: { 'Query.wlak': 9 }, sizes: {} })).toThrow('Query.wlak');
});

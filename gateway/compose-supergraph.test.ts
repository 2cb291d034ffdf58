import { parse } from 'graphql';
import { composeSupergraph } from './compose-supergraph.js';

const subgraph = (name: string, sdl: string) => ({ name, typeDefs: parse(sdl) });

test('the order in which subgraphs are named changes nothing', () => {
  const [a, b] = [subgraph('a', 'type Query { a: Int }'), subgraph('b', 'type Query { b: Int }')];
  expect(composeSupergraph([a, b])).toBe(composeSupergraph([b, a]));
});

test('subgraphs that do not fit are named with the reason', () => {
  const [a, b] = [subgraph('a', 'type Query { x: Int }'), subgraph('b', 'type Query { x: String }')];
  expect(() => composeSupergraph([a, b])).toThrow(/do not compose[\s\S]*Query\.x/);
});

import { readFileSync } from 'node:fs';
import { Kind, type NameNode, parse, visit } from 'graphql';
import { composeSupergraph } from '#gateway/compose-supergraph.js';
import { packageFile } from '#platform/package-root.js';
import { HUB_SUBGRAPHS } from './hub-subgraphs.js';

const DESCRIBED: readonly string[] = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
];
const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** Every type, field, argument and enum value of an SDL that says nothing of itself. */
function undescribed(sdl: string): string[] {
  const found: string[] = [];
  const path: string[] = [];
  visit(parse(sdl), {
    enter(node) {
      if (!DESCRIBED.includes(node.kind)) return;
      const { name, description } = node as { name: NameNode; description?: { value: string } };
      path.push(name.value);
      if (!description?.value && !ROOTS.includes(path.join('.'))) found.push(path.join('.'));
    },
    leave(node) {
      if (DESCRIBED.includes(node.kind)) path.pop();
    },
  });
  return found;
}

test('the walk finds what is not described', () => {
  expect(undescribed('"A" type A { "x" x("a" a: Int, b: Int): Int y: Int } enum E { "v" V W }')).toEqual([
    'A.x.b',
    'A.y',
    'E',
    'E.W',
  ]);
});

describe.each(HUB_SUBGRAPHS.map(({ name, sdl }) => ({ name, sdl })))('subgraph $name', ({ name, sdl }) => {
  test('describes every type, field, argument and enum value', () => {
    expect(undescribed(sdl)).toEqual([]);
  });

  test('has its SDL committed: else run "npm run schema:write"', () => {
    expect(readFileSync(packageFile(`subgraphs/${name}/schema.graphql`), 'utf8')).toBe(sdl);
  });
});

test('the supergraph is committed: else run "npm run schema:write"', () => {
  expect(readFileSync(packageFile('gateway/supergraph.graphql'), 'utf8')).toBe(composeSupergraph(HUB_SUBGRAPHS));
});

test('no field tells more of a person than the project allows', () => {
  const fields = HUB_SUBGRAPHS.flatMap(({ sdl }) => [...sdl.matchAll(/^ {2}(\w+)[(:]/gm)].map(([, name]) => name!));
  expect(fields).toContain('handle');
  expect(fields.filter((name) => /gender|birth|ideolog|religion|ethnic|leaning|bot|buzzer/i.test(name))).toEqual([]);
});

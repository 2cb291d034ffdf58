import type { ExecutionRequest } from '@graphql-tools/utils';
import fc from 'fast-check';
import {
  buildSchema,
  type DocumentNode,
  execute,
  Kind,
  NoUnusedVariablesRule,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import { selectionMerger } from './selection-merger.js';

const schema = buildSchema(/* GraphQL */ `
  type Query { me: Person people(first: Int): [Person!]! things: [Thing] named: Named }
  interface Named { name: String friends(first: Int): [Person!]! }
  type Person implements Named {
    name: String tags: [String!]! grid: [[Int]] risky: String! friend: Person friends(first: Int): [Person!]! likes: [Thing!]
  }
  type Place implements Named { name: String tags: [String!]! friends(first: Int): [Person!]! }
  union Thing = Person | Place
`);

/** Merges into documents, the same one for the same operation. */
function documentMerger() {
  const merge = selectionMerger(schema);
  const documents = new Map<object, DocumentNode>();
  return (request: ExecutionRequest): DocumentNode => {
    const { operation, errors } = merge(request);
    if (!operation) throw new Error(errors.join());
    const document = documents.get(operation) ?? { kind: Kind.DOCUMENT, definitions: [operation] };
    documents.set(operation, document);
    return document;
  };
}

/** What may be selected of each type, and of what type it is. Aliases never clash, so that every operation is valid. */
const FIELDS: Readonly<Record<string, readonly (readonly [field: string, type?: string])[]>> = {
  Query: [
    ['me', 'Person'],
    ['people(first: 2)', 'Person'],
    ['few: people(first: 1)', 'Person'],
    ['things', 'Thing'],
    ['named', 'Named'],
  ],
  Named: [['name'], ['__typename'], ['friends(first: 2)', 'Person']],
  Person: [
    ['name'],
    ['label: name'],
    ['tags'],
    ['grid'],
    ['risky'],
    ['friend', 'Person'],
    ['friends(first: 2)', 'Person'],
    ['few: friends(first: $first)', 'Person'],
    ['likes', 'Thing'],
  ],
  Place: [['name'], ['tags'], ['friends(first: 2)', 'Person']],
  Thing: [['__typename']],
};
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  Query: ['Query'],
  Named: ['Named', 'Person', 'Place', 'Thing'],
  Person: ['Person', 'Named', 'Thing'],
  Place: ['Place', 'Named', 'Thing'],
  Thing: ['Thing', 'Person', 'Place', 'Named'],
};
const TYPES = Object.keys(FIELDS);
const condition = fc.constantFrom(
  '',
  '',
  '',
  '@include(if: $one)',
  '@skip(if: $other)',
  '@skip(if: true)',
  '@include(if: $one) @skip(if: $other)',
);

const made = new Map<string, fc.Arbitrary<string>>();

/** Selections of a type, some levels deep. `spreads` levels of named fragments are there to spread, and no cycles. */
function selections(type: string, depth: number, spreads: number): fc.Arbitrary<string> {
  const key = `${type} ${depth} ${spreads}`;
  const known = made.get(key);
  if (known) return known;
  const leaves = FIELDS[type]!.filter(([, of]) => !of).map(([field]) => fc.constant(field));
  const deeper =
    depth === 0
      ? []
      : [
          ...FIELDS[type]!.flatMap(([field, of]) => (of ? [within(`${field}`, of, depth - 1, spreads)] : [])),
          within('...', type, depth - 1, spreads),
          ...INSIDE[type]!.map((on) => within(`... on ${on}`, on, depth - 1, spreads)),
        ];
  const spread =
    spreads === 0 ? [] : INSIDE[type]!.map((on) => condition.map((when) => `...${on}${spreads - 1} ${when}`));
  const none = leaves.length + deeper.length + spread.length === 0 ? [fc.constant('__typename')] : [];
  const some = fc
    .array(fc.oneof(...leaves, ...deeper, ...spread, ...none), { minLength: 1, maxLength: 3 })
    .map((all) => all.join(' '));
  made.set(key, some);
  return some;
}

function within(head: string, type: string, depth: number, spreads: number): fc.Arbitrary<string> {
  return fc.tuple(condition, selections(type, depth, spreads)).map(([when, inside]) => `${head} ${when} { ${inside} }`);
}

const fragments = [0, 1].flatMap((level) =>
  TYPES.map((type) => within(`fragment ${type}${level} on ${type}`, type, 1, level).map(withoutCondition)),
);
const operations = fc
  .tuple(selections('Query', 2, 2), ...fragments)
  .map(([asked, ...all]) =>
    parse(`query ($one: Boolean!, $other: Boolean = true, $first: Int) { ${asked} } ${all.join(' ')}`),
  );

function withoutCondition(fragment: string): string {
  return fragment.replace(/^([^{]*?)(@[^{]*)?\{/, '$1{');
}

/** Everyone knows everyone, and for the second of two what is risky fails. */
function person(index: number): object {
  return {
    __typename: 'Person',
    name: `p${index}`,
    tags: ['a', 'b'],
    grid: [[index, null], []],
    risky: () => {
      if (index % 2 === 1) throw new Error(`no ${index}`);
      return 'fine';
    },
    friend: () => (index > 4 ? null : person(index + 1)),
    friends: ({ first }: { first?: number }) => Array.from({ length: first ?? 3 }, (_, i) => person(index + i)),
    likes: () => [person(index + 2), place, person(index + 1)],
  };
}
const place = { __typename: 'Place', name: null, tags: ['c'], friends: () => [person(0), person(1)] };
const rootValue = {
  me: () => person(0),
  people: ({ first }: { first?: number }) => Array.from({ length: first ?? 3 }, (_, i) => person(i)),
  things: () => [person(0), null, place],
  named: () => place,
};

type Variables = Readonly<Record<string, unknown>>;

/** As text, so that the order of keys counts; where in the document a fault is may differ. */
function answer(document: ReturnType<typeof parse>, variableValues: Variables): string {
  const result = execute({ schema, document, rootValue, variableValues });
  if ('then' in result) throw new Error('all of this schema answers at once');
  return JSON.stringify({ data: result.data, errors: result.errors?.map(({ message, path }) => ({ message, path })) });
}

const variables = fc.record(
  { one: fc.boolean(), other: fc.boolean(), first: fc.constantFrom(0, 1, 2) },
  { requiredKeys: ['one'] },
);
const RULES = specifiedRules.filter(
  ({ name }) => name !== 'NoUnusedFragmentsRule' && name !== NoUnusedVariablesRule.name,
);

test('an operation and its merged form have the same answer, and the merged form is as plain as it can be', () => {
  const merge = documentMerger();
  let repeated = 0;
  fc.assert(
    fc.property(operations, variables, (document, given) => {
      expect(validate(schema, document, RULES)).toEqual([]);
      const merged = parse(print(merge({ document, variables: given })));
      expect(answer(merged, given)).toBe(answer(document, given));
      expect(validate(schema, merged, RULES)).toEqual([]);
      expect(repeatedKeys(merged)).toBe(0);
      repeated += repeatedKeys(document);
      expect(print(merge({ document: merged, variables: given }))).toBe(print(merged));
    }),
    { numRuns: 100 },
  );
  expect(repeated).toBeGreaterThan(50);
});

/** How often a selection set names a key again or leaves it to a named fragment. */
function repeatedKeys(document: ReturnType<typeof parse>): number {
  let found = 0;
  visit(document, {
    FragmentSpread: () => void found++,
    SelectionSet: ({ selections }) => {
      const keys = selections.flatMap((one) => (one.kind === Kind.FIELD ? [(one.alias ?? one.name).value] : []));
      found += keys.length - new Set(keys).size;
    },
  });
  return found;
}

test('what repeated fields select is put together, in the order in which it was first named', () => {
  const document = parse(
    '{ people { ...F tags } me { name } people { name few: friends { tags } ... { few: friends { name } } } } fragment F on Person { name }',
  );
  expect(print(documentMerger()({ document })).replaceAll(/\s+/g, ' ')).toBe(
    '{ people { name tags few: friends { tags name } } me { name } }',
  );
});

test('a condition that is met is gone, and one that is not takes its field along', () => {
  const document = parse('query ($one: Boolean!) { me { name @skip(if: $one) } people @include(if: $one) { tags } }');
  const shown = (one: boolean) => print(documentMerger()({ document, variables: { one } })).replaceAll(/\s+/g, ' ');
  expect(shown(false)).toContain('{ me { name } }');
  expect(shown(true)).toContain('{ me { __typename @skip(if: true) } people { tags } }');
});

test('the same request gives the same document, and conditions, operations and nothing else tell requests apart', () => {
  const merge = documentMerger();
  const document = parse(
    'query A($one: Boolean!, $first: Int) { people(first: $first) @skip(if: $one) { name } } query B { me { name } }',
  );
  const merged = (operationName: string, variables?: Variables) => merge({ document, operationName, variables });
  expect(merged('A', { one: true, first: 1 })).toBe(merged('A', { one: true, first: 2 }));
  expect(merged('A', { one: true })).not.toBe(merged('A', { one: false }));
  expect(print(merged('B'))).toBe(print(parse('query B { me { name } }')));
});

test('a request with variables that cannot be says why', () => {
  const document = parse('query ($one: Boolean!) { me @include(if: $one) { name } }');
  const { errors } = selectionMerger(schema)({ document, variables: { one: 'x' } });
  expect(errors?.[0]?.message).toContain('$one');
});

test('a selection on an interface is written out by types only where it tells them apart', () => {
  const plain = (query: string) => print(documentMerger()({ document: parse(query) })).replaceAll(/\s+/g, ' ');
  expect(plain('{ named { ...F name } } fragment F on Named { ... { friends { name } } }')).toBe(
    '{ named { friends { name } name } }',
  );
  expect(plain('{ named { name ... on Place { tags } } }')).toBe(
    '{ named { ... on Person { name } ... on Place { name tags } } }',
  );
});

test('an operation that the schema does not have is refused', () => {
  for (const operation of ['mutation', 'subscription']) {
    const { errors } = selectionMerger(schema)({ document: parse(`${operation} { hire { name } }`) });
    expect(errors).toEqual([expect.objectContaining({ message: `the schema has no ${operation}` })]);
  }
});

import { malformedRequest } from './malformed-documents.js';

/** Of the hub without an issue: what its seed answers. */
export const GOOD = '{ agencies(first: 20) { nodes { id name region { code name parent { name } } } } }';

const VALID = [
  GOOD,
  'query ($id: ID!) { agency(id: $id) { id name region { code name } } }',
  'query Q($n: Int = 3) { regions(first: $n) { nodes { ...R } pageInfo { hasNextPage } } } fragment R on Region { code name kind }',
  'mutation { requestRun(issue: "x") { id } }',
  '{ mentions(first: 2, filter: { platforms: ["x"] }) { totalCount nodes { id text account { label } } } }',
];
const NAMES = [
  'agencies',
  'agency',
  'regions',
  'mentions',
  'issue',
  'nodes',
  'region',
  'name',
  'id',
  'totalCount',
  'first: 3',
];

/** A request of the series of malformed ones. */
export function malformed(number: number): string {
  return JSON.stringify(malformedRequest(number, VALID, NAMES));
}

/** Requests that nobody means well, each by its number, so that caches do not know them; the large ones as large as is taken, one larger. */
export const ABUSES: Readonly<Record<string, (number: number) => string>> = {
  deep: (n) =>
    ask(
      `{ a${n}: agency(id: "x") { ${'region { agencies(first: 1) { nodes { '.repeat(12)} id ${'} } } '.repeat(12)} } }`,
    ),
  wide: (n) => ask(`{ a${n}: agency(id: "x") { ${'id '.repeat(21_000)} } }`),
  aliased: (n) =>
    ask(`{ ${Array.from({ length: 300 }, (_, i) => `a${n}_${i}: agencies { nodes { id } }`).join(' ')} }`),
  'fragments in a ring': (n) =>
    ask(
      `{ a${n}: agency(id: "x") { ...A } } fragment A on Agency { region { ...B } } fragment B on Region { agencies { nodes { ...A } } }`,
    ),
  'fragments that double': (n) => {
    const doubling = Array.from({ length: 150 }, (_, i) => `fragment F${i} on Agency { ...F${i + 1} ...F${i + 1} }`);
    return ask(`{ a${n}: agency(id: "x") { ...F0 } } ${doubling.join(' ')} fragment F150 on Agency { id }`);
  },
  'pages in pages': (n) => {
    const round = (inside: string) => `agencies(first: 500) { nodes { region { ${inside} } } }`;
    return ask(`{ a${n}: ${round(round(round('code')))} }`);
  },
  'types in types': (n) => {
    const round = (inside: string) => `fields { type { ${inside} } }`;
    return ask(`{ a${n}: __schema { types { ${round(round(round(round('name'))))} } } }`);
  },
  'a huge variable': (n) =>
    JSON.stringify({
      query: 'query ($id: ID!) { agency(id: $id) { id } }',
      variables: { id: `${n}${'x'.repeat(62_000)}` },
    }),
  'a huge list': (n) =>
    JSON.stringify({
      query: 'query ($p: [String!]) { mentions(filter: { platforms: $p }) { totalCount } }',
      variables: { p: Array.from({ length: 6500 }, (_, i) => `p${n + i}`) },
    }),
  'in a batch': (n) => JSON.stringify(Array.from({ length: 500 }, () => ({ query: `{ a${n}: __typename }` }))),
  oversized: (n) => JSON.stringify({ query: `{ a${n}: __typename }`, pad: 'x'.repeat(500_000) }),
  malformed,
};

function ask(query: string): string {
  return JSON.stringify({ query });
}

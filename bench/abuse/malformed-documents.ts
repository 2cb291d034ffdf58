import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface GeneratedRequest {
  readonly query: string;
  readonly variables: unknown;
}

const TOKENS = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ':',
    '$',
    '@',
    '!',
    '...',
    '#',
    '"',
    '"""',
    '\\',
    '\u0000',
    '\ufeff',
    '🙂',
    ' on ',
    '|',
    '&',
    '=',
  ],
  ...[
    'query',
    'mutation',
    'subscription',
    'fragment A on',
    '...A',
    '...on Query',
    '__schema',
    '__typename',
    '__type(name: "Query")',
  ],
  ...[
    '@include(if: true)',
    '@skip',
    '@defer',
    '(id: 1)',
    '(first: -1)',
    '(first: 99999999999)',
    '$id: ID!',
    'null',
    '1e999',
    '-0',
    'A',
  ],
  ...[
    '{ '.repeat(50),
    '['.repeat(50),
    '"\\uD800"',
    '"""\n"',
    '\u2028',
    'extend',
    'schema',
    'type X',
    'true',
    '0x1f',
    '..',
    '%00',
    '\t\r\n',
  ],
];
const VALUES = [
  null,
  {},
  [],
  0,
  -1,
  1e308,
  '',
  'x',
  true,
  [[[[]]]],
  { __proto__: null, id: {} },
  { id: [1] },
  { first: '9' },
  7,
  'null',
];

/**
 * One of a series of requests that are mostly no valid GraphQL, the same for the same number: noise of tokens, and valid
 * documents with something put in, taken out, doubled or torn off, so that many get past the parser, and some are answered.
 */
export function malformedRequest(number: number, valid: readonly string[], names: readonly string[]): GeneratedRequest {
  const random = xoroshiro128plus(number * 2_654_435_761);
  const below = (count: number) => uniformInt(random, 0, count - 1);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const token = () => pick(below(3) === 0 ? names : TOKENS);
  const query = below(4) === 0 ? noise() : damaged(pick(valid));
  return { query, variables: below(3) === 0 ? pick(VALUES) : undefined };

  function noise(): string {
    return Array.from({ length: 1 + below(40) }, token).join(' ');
  }

  function damaged(document: string): string {
    let text = document;
    for (let times = 1 + below(3); times > 0; times -= 1) {
      const at = below(text.length + 1);
      const rest = text.slice(at + below(8));
      const way = below(5);
      if (way === 0) text = `${text.slice(0, at)} ${token()} ${text.slice(at)}`;
      else if (way === 1) text = text.slice(0, at) + rest;
      else if (way === 2) text = text.slice(0, at) + text.slice(Math.max(0, at - 20));
      else if (way === 3) text = `${text.slice(0, at)}${token()}${rest}`;
      else text = text.slice(0, Math.max(1, at));
    }
    return text;
  }
}

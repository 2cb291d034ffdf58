import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { composeSupergraph } from '#gateway/compose-supergraph.js';
import { startSupergraphGateway } from '#gateway/serve-supergraph.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { packageFile } from '#platform/package-root.js';
import { askGateway } from './harness/ask-gateway.js';
import { type RunningSubgraphs, runSubgraphs } from './harness/running-suite.js';
import { type ConformanceCase, readSuites } from './harness/suite.js';

const KNOWN_FAILURES = JSON.parse(readFileSync(packageFile('test/conformance/known-failures.json'), 'utf8')) as Record<
  string,
  string
>;
const suites = readSuites();
const served = suites.filter(({ refusal }) => refusal === null);
const refused = suites.filter(({ refusal }) => refusal !== null);
/** Those that did what their folder says. */
let passed = 0;
const ids = suites.flatMap(({ name, cases }) => cases.map((one) => `${name}/${one.name}`));

describe.each(served.map((suite) => [suite.name, suite] as const))('%s', (name, suite) => {
  let subgraphs: RunningSubgraphs;
  let gateway: RunningService;

  beforeAll(async () => {
    subgraphs = await runSubgraphs(suite);
    const log = createLogger('test', 'silent');
    const open = { authenticate: null, sign: null };
    gateway = await startSupergraphGateway({
      ...open,
      file: subgraphs.file,
      host: '127.0.0.1',
      port: 0,
      log,
      nulls: 'strict',
    });
  });

  afterAll(async () => {
    await gateway?.close();
    subgraphs?.close();
  });

  const cases = suite.cases.map((one) => [one.name, one] as const);
  const known = ([one]: readonly [string, ConformanceCase]) => `${name}/${one}` in KNOWN_FAILURES;

  async function check(one: ConformanceCase): Promise<void> {
    for (const server of subgraphs.servers.values()) server.fetches();
    const got = await askGateway(gateway.url, one);
    const fetches = Object.fromEntries(
      [...subgraphs.servers].map(([subgraph, server]) => [subgraph, server.fetches()]),
    );
    const { variables, operationName, ...expected } = one.expected;
    expect(expected.fetches ? { ...got, fetches } : got).toEqual(expected);
    passed += 1;
  }

  const passing = cases.filter((one) => !known(one));
  if (passing.length > 0) test.each(passing)('%s', (_, one) => check(one));
  const failing = cases.filter(known);
  if (failing.length > 0) test.each(failing)('%s fails, as is known', (_, one) => expect(check(one)).rejects.toThrow());
});

if (refused.length > 0)
  test.each(refused.map((suite) => [suite.name, suite] as const))(
    '%s does not compose',
    (_, { subgraphs, refusal }) => {
      const sources = subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl) }));
      expect(() => composeSupergraph(sources)).toThrow(refusal!);
      passed += 1;
    },
  );

/** What the issue of the gateway asks for, by folder. */
const COVERED = [
  ...['simple-key', 'compound-key', 'nested-key', 'several-keys', 'requires', 'requires-fragments', 'provides'],
  ...['external', 'shareable', 'override', 'inaccessible', 'interface-object', 'unions', 'union-members', 'interfaces'],
  ...['enum-and-input', 'nulls-and-errors', 'mutations', 'selections', 'subscriptions'],
];

afterAll(() => process.stdout.write(`conformance: ${passed} cases passed\n`));

test('every feature has its folder', () => {
  expect(served.map(({ name }) => name)).toEqual(expect.arrayContaining(COVERED));
});

test('there are at least sixty cases, and every known failure is one of them', () => {
  expect(ids.length).toBeGreaterThanOrEqual(60);
  expect(ids).toEqual(expect.arrayContaining(Object.keys(KNOWN_FAILURES)));
});

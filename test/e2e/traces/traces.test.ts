import { ANYONE } from '#domain/caller.js';
import { startSupergraphGateway } from '#gateway/serve-supergraph.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { startTracing, stopTracing } from '#platform/tracing/spans.js';
import { type RunningSubgraphs, runSubgraphs } from '../../conformance/harness/running-suite.js';
import { readSuites } from '../../conformance/harness/suite.js';
import { type CollectedSpan, TraceCollector } from '../services-over-http/trace-collector.js';

const collector = new TraceCollector();
const KNOWN = { ...ANYONE, principal: 'key:1', role: 'NATIONAL_ANALYST' as const, regions: null };
const idOf = (digit: string) => digit.repeat(32);
let subgraphs: RunningSubgraphs;
let gateway: RunningService;

beforeAll(async () => {
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = await collector.listen();
  await startTracing('gateway');
  subgraphs = await runSubgraphs(readSuites().find(({ name }) => name === 'simple-key')!);
  gateway = await startSupergraphGateway({
    ...{ file: subgraphs.file, host: '127.0.0.1', port: 0, nulls: 'partial' as const },
    ...{ log: createLogger('test', 'silent'), sign: null },
    authenticate: async (header) => {
      if (header === 'bad') throw new Error('not good');
      return { caller: header ? KNOWN : ANYONE, validUntil: Number.POSITIVE_INFINITY };
    },
  });
});

/** The status of a request within a trace that is sent, or not. */
async function ask(trace: string, flags: '00' | '01', authorization?: string, query = '{ people { name } }') {
  const traceparent = `00-${trace}-${'b'.repeat(16)}-${flags}`;
  const headers = { 'content-type': 'application/json', traceparent, ...(authorization && { authorization }) };
  const given = { method: 'POST', headers, body: JSON.stringify({ query }) };
  const response = await fetch(`${gateway.url}/graphql`, given);
  await response.text();
}

test('who is not known decides nothing about traces, and requests that failed are marked', async () => {
  await ask(idOf('1'), '01', 'good');
  await ask(idOf('2'), '00', 'good');
  await ask(idOf('3'), '00');
  await ask(idOf('4'), '01');
  await ask(idOf('5'), '01', 'bad');
  subgraphs.servers.get('posts')!.close();
  await ask(idOf('6'), '01', 'good', '{ people { name posts { title } } }');
  await gateway.close();
  await stopTracing();
  collector.close();
  subgraphs.close();

  const { spans } = collector;
  const named = (trace: string) => spans.filter(({ traceId }) => traceId === idOf(trace));
  expect(named('1')).not.toHaveLength(0);
  for (const trace of ['2', '3', '4', '5']) expect(named(trace)).toEqual([]);
  const linked = spans.flatMap(({ links = [] }) => links.map(({ traceId }) => traceId));
  expect(linked.sort()).toEqual([idOf('3'), idOf('4'), idOf('5')]);

  const told = (span: CollectedSpan | undefined) => [
    span?.status?.code === 2,
    span?.attributes?.find(({ key }) => key === 'error.type')?.value.stringValue,
  ];
  const asked = (name: string) => named('6').find((span) => span.name === `subgraph ${name}`);
  expect(told(asked('people'))).toEqual([false, undefined]);
  expect(told(asked('posts'))).toEqual([true, 'SUBGRAPH_UNAVAILABLE']);
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inSpan, isTracing, startTracing, stopTracing, traceHeaders, traceOfLog } from './spans.js';
import { tracedPorts } from './traced-ports.js';

class Mentions {
  readonly #rows = ['banjir'];
  async page(): Promise<readonly string[]> {
    return this.#rows;
  }
  async get(id: string): Promise<never> {
    throw Object.assign(new Error(`no mention ${id}`), { code: 'NOT_FOUND' });
  }
}
const store = { mentions: new Mentions(), health: async () => 'well' };

test('without a collector there is no trace, and the work alone is done', async () => {
  await startTracing('test', {});
  expect([isTracing(), traceHeaders(), traceOfLog(), tracedPorts(store, 'sqlite')]).toEqual([false, {}, {}, store]);
  expect(inSpan('work', {}, () => 7)).toBe(7);
});

test('spans within spans are sent as one tree, with codes of errors and nothing of their messages', async () => {
  const bodies: string[] = [];
  const collector = createServer(async (request, response) => {
    bodies.push(await text(request));
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => collector.once('listening', resolve));
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  await startTracing('test');
  const ports = tracedPorts(store, 'sqlite');
  let within = {};
  await inSpan('outer', { kind: 1 }, async () => {
    expect([await ports.mentions.page(), await ports.health()]).toEqual([['banjir'], 'well']);
    await expect(ports.mentions.get('Budi')).rejects.toThrow('no mention Budi');
    within = { ...traceHeaders(), ...traceOfLog() };
  });
  await stopTracing();
  collector.close();
  const spans = bodies.flatMap((body) => JSON.parse(body).resourceSpans[0].scopeSpans[0].spans);
  const outer = spans.find(({ name }) => name === 'outer');
  expect(within).toEqual({ traceparent: `00-${outer.traceId}-${outer.spanId}-01`, trace: outer.traceId });
  expect(spans.map(({ name, parentSpanId }) => [name, parentSpanId])).toEqual([
    ['store mentions.page', outer.spanId],
    ['store mentions.get', outer.spanId],
    ['outer', undefined],
  ]);
  expect(bodies.join('')).toContain('NOT_FOUND');
  expect(bodies.join('')).not.toMatch(/banjir|Budi/);
});

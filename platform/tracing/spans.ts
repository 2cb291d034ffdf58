import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SpanFacts, SpanSink, SpanWays } from './span-sink.js';

let sink: SpanSink | null = null;

/** Sends spans to OTEL_EXPORTER_OTLP_ENDPOINT. Where that is not set nothing is loaded, and all below is a call of the work. */
export async function startTracing(service: string, variables: NodeJS.ProcessEnv = process.env): Promise<void> {
  if (!variables.OTEL_EXPORTER_OTLP_ENDPOINT && !variables.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return;
  const { openTelemetrySink } = await import('./open-telemetry-sink.js');
  sink = openTelemetrySink(service);
}

/** Sends what is left. */
export async function stopTracing(): Promise<void> {
  await sink?.stop();
}

export function isTracing(): boolean {
  return sink !== null;
}

export function inSpan<T>(name: string, facts: SpanFacts, work: () => T, ways: SpanWays = {}): T {
  return sink === null ? work() : sink.inSpan(name, facts, ways, work);
}

export function inRequestSpan<T>(
  request: IncomingMessage,
  response: ServerResponse,
  work: () => T,
  goesOn: boolean,
): T {
  return sink === null ? work() : sink.inRequest(request, response, work, goesOn);
}

export function traceHeaders(): Record<string, string> {
  return sink === null ? {} : sink.headers();
}

/** For log lines. */
export function traceOfLog(): { trace?: string } {
  const trace = sink?.traceId();
  return trace === undefined ? {} : { trace };
}

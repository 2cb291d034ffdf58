import {
  context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { SpanKindName, SpanSink } from './span-sink.js';

const KINDS: Readonly<Record<SpanKindName, SpanKind>> = { client: SpanKind.CLIENT, internal: SpanKind.INTERNAL };

/** Spans by OpenTelemetry, sent as OTLP over HTTP to where its variables say; traces cross processes by W3C trace context. */
export function openTelemetrySink(service: string): SpanSink {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `jejaring-${service}` }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer('jejaring');
  const propagator = new W3CTraceContextPropagator();
  return {
    inSpan: (name, attributes, { kind = 'internal', failureOf = () => undefined }, work) => {
      const span = tracer.startSpan(name, { kind: KINDS[kind], attributes: { ...attributes } });
      return context.with(trace.setSpan(context.active(), span), () => ended(span, work, failureOf));
    },
    inRequest: (request, response, work, goesOn) => {
      const named = propagator.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter);
      const other = goesOn ? undefined : trace.getSpanContext(named);
      const parent = goesOn ? named : ROOT_CONTEXT;
      const { method = '' } = request;
      // Another path may hold anything.
      const name = request.url?.split('?', 1)[0] === '/graphql' ? `${method} /graphql` : method;
      const span = tracer.startSpan(
        name,
        {
          kind: SpanKind.SERVER,
          attributes: { 'http.request.method': method },
          links: other ? [{ context: other }] : [],
        },
        parent,
      );
      response.once('close', () => span.setAttribute('http.response.status_code', response.statusCode).end());
      return context.with(trace.setSpan(parent, span), work);
    },
    headers: () => {
      const headers: Record<string, string> = {};
      propagator.inject(context.active(), headers, defaultTextMapSetter);
      return headers;
    },
    traceId: () => trace.getSpan(context.active())?.spanContext().traceId,
    // What cannot be sent any more is lost: a service that stops waits for no collector that is away.
    stop: () => provider.shutdown().catch(() => undefined),
  };
}

/** Ends a span with its work, whether that is there at once or later. */
function ended<T>(span: Span, work: () => T, failureOf: (result: unknown) => string | undefined): T {
  const end = (value: unknown) => {
    const code = failureOf(value);
    if (code !== undefined) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', code);
    span.end();
    return value;
  };
  try {
    const result = work();
    if (result instanceof Promise) return result.then(end, (error: unknown) => failed(span, error)) as T;
    return end(result) as T;
  } catch (error) {
    return failed(span, error);
  }
}

/** With the code or the class of an error alone: its message may hold what people wrote. */
function failed(span: Span, error: unknown): never {
  const { code, name } = error as NodeJS.ErrnoException;
  span
    .setStatus({ code: SpanStatusCode.ERROR })
    .setAttribute('error.type', String(code ?? name))
    .end();
  throw error;
}

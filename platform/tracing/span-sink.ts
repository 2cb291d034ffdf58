import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a span says beside its name: kinds, states and counts. Never what people wrote, asked or are called. */
export type SpanFacts = Readonly<Record<string, string | number>>;

export type SpanKindName = 'client' | 'internal';

/** Where spans go. */
export interface SpanSink {
  inSpan<T>(name: string, facts: SpanFacts, kind: SpanKindName, work: () => T): T;
  /** The span of a request that came in, under the trace that it names. It ends when the answer has. */
  inRequest<T>(request: IncomingMessage, response: ServerResponse, work: () => T): T;
  /** What a request must carry for its spans to belong to the one that is under way. */
  headers(): Record<string, string>;
  traceId(): string | undefined;
  stop(): Promise<void>;
}

import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a span says beside its name: kinds, states and counts. Never what people wrote, asked or are called. */
export type SpanFacts = Readonly<Record<string, string | number>>;

export type SpanKindName = 'client' | 'internal';

/** What a span is, where it is not one of this process that fails by throwing alone. */
export interface SpanWays {
  readonly kind?: SpanKindName;
  /** The code of what went wrong by a result that tells it; undefined where nothing did. */
  readonly failureOf?: (result: unknown) => string | undefined;
}

/** Where spans go. */
export interface SpanSink {
  inSpan<T>(name: string, facts: SpanFacts, ways: SpanWays, work: () => T): T;
  /**
   * The span of a request that came in. It ends when the answer has. Where it `goesOn` it is part of the trace that the request
   * names, with its decision whether spans are sent; else it begins one of its own, which names the other.
   */
  inRequest<T>(request: IncomingMessage, response: ServerResponse, work: () => T, goesOn: boolean): T;
  /** What a request must carry for its spans to belong to the one that is under way. */
  headers(): Record<string, string>;
  traceId(): string | undefined;
  stop(): Promise<void>;
}

import type { ConformanceCase, Expectation } from './suite.js';

type Got = Pick<Expectation, 'data' | 'errors' | 'events'>;

interface WireAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { path?: (string | number)[]; extensions?: { code?: string } }[];
}

/** What a gateway answers to a case, in the shape of what it should. */
export async function askGateway(url: string, { query, expected }: ConformanceCase): Promise<Got> {
  const { variables, operationName, events } = expected;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: events ? 'text/event-stream' : 'application/json' },
    body: JSON.stringify({ query, variables, operationName }),
  });
  if (!events) return told((await response.json()) as WireAnswer);
  const stream = await response.text();
  return { events: [...stream.matchAll(/^data: ?(\{.*)$/gm)].map(([, event]) => told(JSON.parse(event!))) };
}

function told({ data, errors }: WireAnswer): Pick<Got, 'data' | 'errors'> {
  return {
    ...(data !== undefined && { data }),
    ...(errors && {
      errors: errors.map(({ path, extensions }) => ({ ...(path && { path }), code: String(extensions?.code) })),
    }),
  };
}

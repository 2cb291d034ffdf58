import type { ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';

interface Http {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers a request of which nothing was read. What a presented error says of status and headers goes before `status`. */
export function refuseRequest(response: ServerResponse, error: GraphQLError, status: number): void {
  if (response.headersSent) return void response.destroy();
  const { http, ...extensions } = error.extensions as { http?: Http };
  const code = http?.status ?? status;
  response.writeHead(code, {
    'content-type': 'application/json',
    // The rest of the request is not read.
    connection: 'close',
    ...(code === 401 && { 'www-authenticate': 'Bearer' }),
    ...http?.headers,
  });
  response.end(JSON.stringify({ errors: [{ message: error.message, extensions }] }));
}

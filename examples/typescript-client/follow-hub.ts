import { print, type TypedQueryDocumentNode } from 'graphql';
import { createClient, NetworkError } from 'graphql-sse';
import { errorOf, errorOfResponse, HubError } from './hub-error.js';
import { delayBefore, type Patience } from './retry.js';

interface Place {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly patience: Patience;
}

/**
 * The events of a subscription, over server-sent events. The hub ends one when it stops, when its supergraph changes, and
 * after an hour: it is then begun again, and tells first how things stand. Ends when nobody reads on. Throws HubError for
 * what asking again does not mend, and when it failed too often in a row.
 */
export async function* followHub<Data, V extends Record<string, unknown>>(
  { url, headers, patience }: Place,
  document: TypedQueryDocumentNode<Data, V>,
  variables: V,
): AsyncGenerator<Data, void> {
  const client = createClient({ url, headers: { ...headers }, retryAttempts: 0 });
  const query = print(document);
  try {
    for (let failures = 1; ; failures += 1) {
      let least = 0;
      try {
        for await (const { data, errors } of client.iterate<Data>({ query, variables })) {
          if (errors?.length) throw errorOf(errors as never, data);
          failures = 0;
          yield data as Data;
        }
      } catch (error) {
        const told = await hubErrorOf(error);
        if (!told.mayPass || failures >= patience.attempts) throw told;
        least = told.retryAfterMs;
      }
      await patience.wait(Math.max(least, delayBefore(failures)));
    }
  } finally {
    client.dispose();
  }
}

async function hubErrorOf(error: unknown): Promise<HubError> {
  if (error instanceof HubError) return error;
  const response = error instanceof NetworkError ? (error.response as Response | undefined) : undefined;
  if (response && !response.bodyUsed) return errorOfResponse(response);
  return new HubError({ message: `the subscription broke off: ${(error as Error).message}` });
}

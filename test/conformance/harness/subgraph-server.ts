import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ExecutionResult, execute, getOperationAST, parse, validate } from 'graphql';
import { jsonSubgraph } from './subgraph-schema.js';
import type { SubgraphData } from './suite.js';

export interface SubgraphServer {
  readonly url: string;
  /** Requests since it was asked last. */
  fetches(): number;
  close(): void;
}

interface Asked {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** One subgraph as an HTTP server on a free port; subscriptions come as server-sent events. */
export async function startSubgraph(
  sdl: string,
  data: SubgraphData,
  counts: Map<string, number>,
): Promise<SubgraphServer> {
  const { schema, fieldResolver } = jsonSubgraph(sdl, data, counts);
  let fetched = 0;
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    fetches: () => {
      const since = fetched;
      fetched = 0;
      return since;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = JSON.parse(await text(request)) as Asked;
    const operation = getOperationAST(parse(asked.query));
    if (asked.query !== '{__typename}') fetched += 1;
    if (operation?.operation !== 'subscription') {
      const body = JSON.stringify(await executed(asked, undefined));
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const [selection] = operation.selectionSet.selections;
    const field = selection?.kind === 'Field' ? selection.name.value : '';
    const { [field]: subscription } = data.Subscription ?? {};
    const { $events: events } = subscription as { $events: unknown[] };
    for (const event of events)
      response.write(`event: next\ndata: ${JSON.stringify(await executed(asked, { [field]: event }))}\n\n`);
    response.end('event: complete\ndata:\n\n');
  }

  async function executed({ query, variables }: Asked, rootValue: object | undefined): Promise<ExecutionResult> {
    const document = parse(query);
    const faults = validate(schema, document);
    if (faults.length > 0) return { errors: faults };
    const typeResolver = ({ __typename }: { __typename?: string }) => __typename;
    return execute({ schema, document, variableValues: variables, rootValue, fieldResolver, typeResolver });
  }
}

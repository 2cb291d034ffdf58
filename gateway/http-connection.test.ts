import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionResult } from '@graphql-tools/utils';
import { jest } from '@jest/globals';
import { OperationTypeNode, parse } from 'graphql';
import { createLogger } from '#platform/logger.js';
import { httpConnection } from './http-connection.js';

const log = createLogger('test', 'silent');

/** What the gateway gets of a subgraph that answers like this; null: nothing listens there. */
async function ask(answer: RequestListener | null): Promise<ExecutionResult> {
  const server = createServer(answer ?? undefined).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  if (answer === null) server.close();
  const { executor } = httpConnection({ accounts: `http://127.0.0.1:${port}/graphql` }, log, null);
  const result = await executor('accounts')({ document: parse('{ account }') });
  server.closeAllConnections();
  server.close();
  return result as ExecutionResult;
}

const json = (status: number, body: string): RequestListener => {
  return (_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body);
};

test.each<[string, RequestListener | null]>([
  ['is not there', null],
  ['hangs up', (request) => request.socket.destroy()],
  ['stands behind a proxy that says it is gone', (_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>')],
  ['says something that is no GraphQL answer', json(503, '{"error":"starting"}')],
  ['breaks off', json(200, '{"data":{"account":"tulisan warga')],
])('a subgraph that %s is unavailable, and the log says so without what it held', async (_, answer) => {
  const warned = jest.spyOn(log, 'warn');
  const { data, errors } = await ask(answer);
  expect(data).toBeUndefined();
  expect(errors?.map((error) => error.toJSON())).toEqual([
    {
      message: 'the subgraph "accounts" does not answer',
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', at: 'accounts', hint: expect.stringContaining('/ready') },
    },
  ]);
  expect(warned).toHaveBeenCalledWith(expect.objectContaining({ subgraph: 'accounts' }), expect.any(String));
  expect(JSON.stringify(warned.mock.calls)).not.toMatch(/warga|gateway|starting/);
  warned.mockRestore();
});

test('errors that a subgraph presents pass as they are', async () => {
  const { errors } = await ask(json(200, '{"errors":[{"message":"none","extensions":{"code":"NOT_FOUND"}}]}'));
  expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([['none', 'NOT_FOUND']]);
});

test('an error of one field is no refusal of the whole request, whatever its code', async () => {
  const field = '{"message":"who?","path":["secret"],"extensions":{"code":"UNAUTHENTICATED"}}';
  const { data, errors } = await ask(json(200, `{"data":{"open":1,"secret":null},"errors":[${field}]}`));
  expect([data, errors?.map(({ path }) => path)]).toEqual([{ open: 1, secret: null }, [['secret']]]);
  const whole = '{"message":"who?","extensions":{"code":"UNAUTHENTICATED"}}';
  const refused = await ask(json(401, `{"errors":[${whole}]}`));
  expect(refused.errors?.[0]?.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
});

test('a subscription that a subgraph breaks off ends with an event that says so', async () => {
  const warned = jest.spyOn(log, 'warn');
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event: next\ndata: {"data":{"told":"tulisan warga"}}\n\n');
    setTimeout(() => response.destroy(), 20);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const { executor } = httpConnection({ feed: `http://127.0.0.1:${port}/graphql` }, log, null);
  const request = { document: parse('subscription { told }'), operationType: OperationTypeNode.SUBSCRIPTION };
  const seen = [];
  for await (const event of (await executor('feed')(request)) as AsyncIterable<ExecutionResult>) seen.push(event);
  server.close();
  expect(seen).toEqual([
    { data: { told: 'tulisan warga' } },
    { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE' }) })] },
  ]);
  expect(JSON.stringify(warned.mock.calls)).not.toMatch(/warga/);
  warned.mockRestore();
});

test('a subscription that is given up before its first event leaves nothing open at the subgraph', async () => {
  let closed: () => void = () => undefined;
  const end = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
    response.once('close', closed);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const { executor } = httpConnection({ feed: `http://127.0.0.1:${port}/graphql` }, log, null);
  const request = { document: parse('subscription { told }'), operationType: OperationTypeNode.SUBSCRIPTION };
  const events = (await executor('feed')(request)) as AsyncIterableIterator<ExecutionResult>;
  expect(await events.return?.()).toMatchObject({ done: true });
  await end;
  server.close();
});

import { type AddressInfo, createServer } from 'node:net';
import { Neo4jError } from 'neo4j-driver';
import { Neo4jConnection } from './connection.js';
import { storeError } from './store-errors.js';

const AT = 'bolt://10.1.2.3:7687';
const ESSAY =
  'Failed to connect to server. Please ensure that your database is listening on the correct host and port and that you have compatible encryption settings both on Neo4j server and driver. Note that the default encryption setting has changed in Neo4j 4.0. Caused by: ';
const NO_CONNECTION = 'Connection acquisition timed out in 10000 ms. Pool status: ';

const translated = (code: string, message: string) => storeError(new Neo4jError(message, code, '', ''), AT, 20);

test.each([
  ['ServiceUnavailable', `${ESSAY}connect ECONNREFUSED 10.1.2.3:7687`, /the connection is refused$/],
  ['ServiceUnavailable', `${ESSAY}getaddrinfo ENOTFOUND graph.example`, /name of its machine is not known$/],
  ['ServiceUnavailable', `${ESSAY}self-signed certificate`, /certificate is not trusted$/],
  ['ServiceUnavailable', 'Could not perform discovery. No routing servers available.', /no server of the cluster/],
  ['SessionExpired', 'Connection was closed by server', /the connection was lost$/],
  [
    'Neo.TransientError.General.DatabaseUnavailable',
    'The database is not currently available',
    /starting or stopping$/,
  ],
  ['Neo.TransientError.Transaction.DeadlockDetected', "ForsetiClient[1] can't acquire", /busy with other writers$/],
  ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'limit reached', /not enough memory/],
  ['Neo.ClientError.Transaction.TransactionTimedOut', 'The transaction has not completed', /took too long$/],
  ['N/A', `${NO_CONNECTION}Active conn count = 20, Idle conn count = 0.`, /connections to Neo4j are in use$/],
  ['N/A', `${NO_CONNECTION}Active conn count = 2, Idle conn count = 0.`, /takes what it is asked and says nothing$/],
  ['ServiceUnavailable', "Connection lost. Server didn't respond in 120000ms", /is asked and says nothing$/],
])('%s (%s) is a store out of reach, in few words and without an address', (code, said, message) => {
  const error = translated(code, said) as Error;
  expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE', at: AT, hint: expect.any(String) });
  expect(error.message).toMatch(message);
  expect(error.message).not.toMatch(/10\.1\.2\.3|graph\.example/);
});

test.each([
  ['Neo.ClientError.Security.Unauthorized', /user or the password/],
  ['Neo.ClientError.Database.DatabaseNotFound', /no database of this name/],
])('%s is a setting to mend', (code, message) => {
  expect(translated(code, 'x')).toMatchObject({ code: 'BAD_CONFIGURATION', message: expect.stringMatching(message) });
});

test('a fault of ours stays as it is', () => {
  const ours = new Neo4jError('Invalid input', 'Neo.ClientError.Statement.SyntaxError', '', '');
  expect(storeError(ours, AT, 20)).toBe(ours);
  const other = new TypeError('x');
  expect(storeError(other, AT, 20)).toBe(other);
});

test('what the driver really throws where nothing listens', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => closed.once('listening', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  await expect(ask(port)).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
    message: 'Neo4j does not answer: the connection is refused',
  });
});

async function ask(port: number): Promise<unknown> {
  const uri = `bolt://127.0.0.1:${port}`;
  const settings = { uri, user: 'neo4j', password: 'x', database: null, caFile: null, poolSize: 1, retrySeconds: 1 };
  const connection = new Neo4jConnection(settings, { patienceMs: 100 });
  try {
    return await connection.read('RETURN 1');
  } finally {
    await connection.close();
  }
}

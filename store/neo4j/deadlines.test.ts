import { describeOnTestNeo4j } from '../../test/neo4j/describe-on-test-neo4j.js';
import { SilentProxy } from '../../test/neo4j/silent-proxy.js';
import { COUNT_TIMEOUT, Neo4jConnection, SERVER_TIMEOUT } from './connection.js';

const NO_ANSWER = {
  code: 'STORE_UNAVAILABLE',
  message: 'Neo4j does not answer: it takes what it is asked and says nothing',
  at: expect.stringMatching(/^bolt:/),
  hint: expect.stringMatching(/check that the server runs/),
};

describeOnTestNeo4j('a connection whose server says nothing', () => {
  let proxy: SilentProxy;
  let connection: Neo4jConnection;
  beforeEach(async () => {
    proxy = new SilentProxy();
    connection = new Neo4jConnection({ ...(await proxy.open()), poolSize: 3 }, { patienceMs: 0 });
  });
  afterEach(async () => {
    await connection.close();
    await proxy.close();
  });

  const one = (timeout = 500) => connection.read('RETURN 1 AS one', {}, timeout);

  /** As many transactions at once as the pool has connections: `ready` when all have theirs, until `release`. */
  function useAll() {
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    const begun: Promise<void>[] = [];
    const users = [1, 2, 3].map(() => {
      let begin!: () => void;
      begun.push(new Promise((resolve) => (begin = resolve)));
      return connection.write(async (cypher) => {
        await cypher.run('RETURN 1');
        begin();
        await released;
      });
    });
    return { ready: Promise.all(begun), release, ended: Promise.all(users) };
  }

  test('a read has a deadline of its own, and no connection is lost when answers come again', async () => {
    await one();
    proxy.fallSilent();
    await Promise.all([1, 2, 3].map(() => expect(one()).rejects.toMatchObject(NO_ANSWER)));
    proxy.speak();
    const { ready, release, ended } = useAll();
    await ready;
    expect(proxy.clients.size).toBe(3);
    release();
    await ended;
  });

  test('a server that takes a connection and does not greet is told from a pool that is used up', async () => {
    proxy.fallSilent();
    await expect(one(6_000)).rejects.toMatchObject(NO_ANSWER);
    proxy.speak();
    const { ready, release, ended } = useAll();
    await ready;
    await expect(one(6_000)).rejects.toMatchObject({ message: 'all connections to Neo4j are in use' });
    release();
    await ended;
    expect(await one()).toEqual([{ one: 1 }]);
  });

  test('a read of a job asks the server for no timeout, a lookup and a count do', async () => {
    const asked = async (timeout?: number | null) => {
      proxy.sent = '';
      await connection.read('RETURN 1', {}, timeout);
      return proxy.sent.includes('tx_timeout');
    };
    expect([await asked(SERVER_TIMEOUT), await asked(), await asked(COUNT_TIMEOUT)]).toEqual([false, true, true]);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { describeNeo4j } from './describe-neo4j.ts';
import { startNeo4j } from './start-neo4j.mjs';

const START = 300_000;

describeNeo4j('a real Neo4j', () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof startNeo4j>>;

  const start = () => startNeo4j({ folder, heap: '512m', pageCacheMiB: 64 });

  async function ask(query: string, password = server.password) {
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, password));
    try {
      const { records } = await driver.executeQuery(query);
      return records.map((record) => record.get(0));
    } finally {
      await driver.close();
    }
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jejaring-neo4j-'));
    server = await start();
  }, START);

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, START);

  test('answers queries, and refuses passwords other than its own', async () => {
    expect(await ask('CALL dbms.components() YIELD edition RETURN edition')).toEqual(['community']);
    await expect(ask('RETURN 1', 'neo4j-neo4j')).rejects.toMatchObject({
      code: 'Neo.ClientError.Security.Unauthorized',
    });
    await expect(ask('RETURN 1', 'neo4j')).rejects.toMatchObject({ code: 'Neo.ClientError.Security.Unauthorized' });
  });

  test('keeps its password where its owner alone can read it, out of reach of LOAD CSV', async () => {
    expect(statSync(join(folder, 'neo4j.password')).mode & 0o077).toBe(0);
    const reading = ask("LOAD CSV FROM 'file:///neo4j.password' AS row RETURN row");
    await expect(reading).rejects.toMatchObject({ code: expect.stringContaining('ExternalResourceFailed') });
  });

  test('does not listen on other addresses of the machine', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) expect(await canConnect(address, Number(new URL(server.uri).port))).toBe(false);
    expect(await canConnect('127.0.0.1', Number(new URL(server.uri).port))).toBe(true);
  });

  test(
    'refuses a second server on the same data, and a port that is taken',
    async () => {
      await expect(start()).rejects.toMatchObject({ code: 'DATA_IN_USE' });
      const port = Number(new URL(server.uri).port);
      await expect(startNeo4j({ folder: `${folder}-other`, port })).rejects.toMatchObject({ code: 'PORT_TAKEN' });
    },
    START,
  );

  test(
    'has its data after a clean stop, and keeps its password',
    async () => {
      await ask("CREATE (:Kept {name: 'stop'})");
      await server.stop();
      await expect(
        startNeo4j({ folder, heap: '512m', pageCacheMiB: 64, password: 'not the one' }),
      ).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
      server = await start();
      expect(await ask('MATCH (k:Kept) RETURN k.name')).toEqual(['stop']);
    },
    START,
  );

  test(
    'has every acknowledged row after kill -9',
    async () => {
      await ask("UNWIND range(1, 1000) AS i CREATE (:Kept {name: 'kill'})");
      await server.kill9();
      server = await start();
      expect(await ask("MATCH (k:Kept {name: 'kill'}) RETURN toString(count(k))")).toEqual(['1000']);
    },
    START,
  );

  test(
    'ends when the process that started it is gone',
    async () => {
      const script = `import { startNeo4j } from ${JSON.stringify(join(process.cwd(), 'tools/neo4j/start-neo4j.mjs'))};
      const { pid } = await startNeo4j({ folder: ${JSON.stringify(`${folder}/orphan`)}, heap: '512m', pageCacheMiB: 64 });
      process.stdout.write(String(pid)); process.kill(process.pid, 'SIGKILL');`;
      const pid = Number(await outputOfKilled(script));
      expect(pid).toBeGreaterThan(0);
      while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 200));
    },
    START,
  );
});

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => undefined);
    socket.once('connect', () => socket.destroy());
  });
}

async function outputOfKilled(script: string): Promise<string> {
  try {
    return execFileSync(process.execPath, ['--input-type=module', '-e', script]).toString();
  } catch (error) {
    return (error as { stdout: Buffer }).stdout.toString();
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

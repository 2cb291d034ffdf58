import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { skipVisibly } from '../real-data.js';

/** A Redis of a suite's own, which it may stop and freeze. Nothing of it is kept. */
export class TestRedis {
  #server: ChildProcess | undefined;
  readonly port: number;

  private constructor(port: number) {
    this.port = port;
  }

  static async start(): Promise<TestRedis> {
    const made = new TestRedis(await freePort());
    await made.start();
    return made;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const server = spawn('redis-server', ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '']);
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
      server.stdout.on('data', (text: Buffer) => text.includes('Ready to accept connections') && resolve());
    });
  }

  /** It keeps its connections, and answers nothing. */
  freeze(): void {
    this.#server?.kill('SIGSTOP');
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    server.kill('SIGKILL');
    await new Promise((resolve) => server.once('close', resolve));
  }
}

/** A suite on a real Redis. Where none is installed it shows as skipped; with REQUIRE_REAL=1, as in CI, it fails instead. */
export function describeOnRedis(name: string, suite: (redis: () => TestRedis) => void): void {
  if (isInstalled())
    describe(name, () => {
      let redis: TestRedis;
      beforeAll(async () => {
        redis = await TestRedis.start();
      });
      afterAll(() => redis.stop());
      suite(() => redis);
    });
  else if (process.env.REQUIRE_REAL === '1')
    test(`${name}: redis-server is there`, () => expect('redis-server').toBe('installed'));
  else skipVisibly(name, 'no redis-server: apt-get install redis-server');
}

function isInstalled(): boolean {
  try {
    execFileSync('redis-server', ['--version']);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { PACKAGE_ROOT } from '#platform/package-root.js';
import { readCompose } from '../../compose/read-compose.js';

const ATTEMPTS = 60;

/** A service of docker-compose.yml as a process of this machine: same command, same environment but for addresses. */
export class ContainerProcess {
  readonly log: string[] = [];
  readonly #process: ChildProcess;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #healthcheck: readonly string[];

  constructor(name: string, local: Readonly<Record<string, string>>) {
    const { command = [], environment, healthcheck } = readCompose().services[name]!;
    const { NODE_OPTIONS: _, ...inherited } = process.env;
    this.#environment = {
      ...inherited,
      ...interpolated(environment),
      // Outside of a container network there is no private network, and loopback is all there is.
      JEJARING_PRIVATE_NETWORK: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      ...local,
    };
    this.#healthcheck = healthcheck?.test ?? [];
    this.#process = spawn(command[0]!, command.slice(1), {
      cwd: PACKAGE_ROOT,
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on('data', (bytes: Buffer) => this.log.push(bytes.toString()));
  }

  /** Runs the health check of the container until it passes. Throws with the log when the process ends before. */
  async healthy(): Promise<void> {
    const [kind, command, ...words] = this.#healthcheck;
    if (kind !== 'CMD') throw new Error(`a health check of kind ${kind} needs a shell that a slim image may lack`);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (this.#process.exitCode !== null) throw new Error(`ended before it was healthy:\n${this.log.join('')}`);
      const run = promisify(execFile)(command!, words, { cwd: PACKAGE_ROOT, env: this.#environment });
      if (
        await run.then(
          () => true,
          () => false,
        )
      )
        return;
    }
    throw new Error(`not healthy after ${ATTEMPTS} checks:\n${this.log.join('')}`);
  }

  /** Ends it as the kernel does when memory is out: at once, and it hears nothing of it. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
  }

  /** Stops it as a container engine does, and gives its exit code. */
  async stop(): Promise<number | null> {
    if (this.#process.exitCode !== null) return this.#process.exitCode;
    const ended = new Promise<number | null>((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGTERM');
    return ended;
  }
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** As Compose does with `${NAME:-default}`. */
function interpolated(environment: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const given = (_: string, name: string, otherwise: string) => process.env[name] || otherwise;
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{(\w+):-([^}]*)\}/g, given)]),
  );
}

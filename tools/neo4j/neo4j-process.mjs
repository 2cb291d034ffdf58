import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { LaunchError } from './launch-error.mjs';

const SOURCE = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'neo4j-server.java');
const STOP_MS = 60_000;

// Neo4j's own start script gives these: what Java 17 keeps closed otherwise, and a server that ends when out of memory
// instead of going on half dead.
const JVM = [
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.io=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
  '-XX:+UseG1GC',
  '-XX:+ExitOnOutOfMemoryError',
  '-Dfile.encoding=UTF-8',
];

/** The Java process of one server. */
export class Neo4jProcess {
  #child;
  #said = '';

  /**
   * @param {{ java: string, folders: { lib: string, gds: string | null }, folder: string, port: number, heap: string,
   *   pageCacheMiB: number, queryTimeoutSeconds: number }} settings
   */
  constructor({ java, folders, folder, port, heap, pageCacheMiB, queryTimeoutSeconds }) {
    const classPath = [folders.lib, ...(folders.gds === null ? [] : [folders.gds])].map((jars) => join(jars, '*'));
    const server = [folder, String(port), String(pageCacheMiB), String(queryTimeoutSeconds), folders.gds ?? ''];
    // A process group of its own: Ctrl-C at the terminal then reaches us alone, and we stop the server in order.
    this.#child = spawn(java, [...JVM, '-Xms512m', `-Xmx${heap}`, '-cp', classPath.join(':'), SOURCE, ...server], {
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child.stdin.on('error', () => undefined);
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream.on('data', (text) => {
        this.#said = (this.#said + text).slice(-20_000);
      });
  }

  get pid() {
    return this.#child.pid;
  }

  get #ended() {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Resolves when the process has ended, however. @returns {Promise<void>} */
  async ended() {
    if (!this.#ended) await once(this.#child, 'exit');
  }

  /** Resolves when the server says that it is up. Throws DATA_IN_USE or START_FAILED. @returns {Promise<void>} */
  up() {
    return new Promise((resolve, reject) => {
      const look = () => this.#said.includes('Started.') && resolve();
      this.#child.stdout.on('data', look);
      this.#child.on('error', (cause) => reject(this.#failure(cause)));
      this.#child.on('close', () => reject(this.#failure()));
    });
  }

  /** Asks the server to stop and waits until it has; kills it when it takes longer than a minute. */
  async stop() {
    if (this.#ended) return;
    this.#child.kill('SIGTERM');
    const late = setTimeout(() => this.#child.kill('SIGKILL'), STOP_MS);
    await this.ended();
    clearTimeout(late);
  }

  /** As a power cut would. */
  async kill9() {
    if (this.#ended) return;
    this.#child.kill('SIGKILL');
    await this.ended();
  }

  #failure(cause) {
    if (/FileLockException|Lock file has been locked|StoreLockException/.test(this.#said))
      return new LaunchError(
        'DATA_IN_USE',
        'another server has this data folder open',
        'stop it, or give --data another folder',
        cause,
      );
    const said = this.#said.trim().split('\n').slice(-30).join('\n');
    return new LaunchError(
      'START_FAILED',
      `Neo4j ended while starting:\n${said}`,
      'see logs/debug.log in the data folder',
      cause,
    );
  }
}

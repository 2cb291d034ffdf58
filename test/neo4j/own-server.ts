import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFile } from '#platform/package-root.js';

interface Launched {
  readonly uri: string;
  readonly password: string;
  readonly pid: number;
  kill9(): Promise<void>;
  stop(): Promise<void>;
}

/** A Neo4j that a test may kill and start again, on the same folder and port, or freeze for a while. */
export class OwnServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'jejaring-own-neo4j-'));
  #server: Launched | undefined;

  /** Starts it, and points the environment of this suite, and of the commands that it starts, at it. */
  async start(): Promise<void> {
    const { startNeo4j } = (await import(pathToFileURL(packageFile('tools/neo4j/start-neo4j.mjs')).href)) as {
      startNeo4j: (options: object) => Promise<Launched>;
    };
    const port = this.#server === undefined ? 0 : Number(new URL(this.#server.uri).port);
    this.#server = await startNeo4j({ folder: this.#folder, port, heap: '512m', pageCacheMiB: 64 });
    Object.assign(process.env, { NEO4J_URI: this.#server.uri, NEO4J_PASSWORD: this.#server.password });
  }

  async kill9(): Promise<void> {
    await this.#server?.kill9();
  }

  /** It keeps its connections, takes new ones, and answers nothing. */
  freeze(): void {
    process.kill(this.#server!.pid, 'SIGSTOP');
  }

  thaw(): void {
    process.kill(this.#server!.pid, 'SIGCONT');
  }

  async remove(): Promise<void> {
    if (this.#server !== undefined) this.thaw();
    await this.#server?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

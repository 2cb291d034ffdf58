import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Neo4jSettings } from '#platform/neo4j-settings.js';
import { testNeo4jSettings } from './test-database.js';

/** Bolt's message COMMIT: one chunk of two bytes. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/**
 * A way to the test server that loses answers: of the commits for which `loses` says so the server hears and the client
 * never learns, since the connection breaks when the answer comes.
 */
export class LosingProxy {
  readonly #server = createServer((client) => this.#join(client));
  readonly #sockets = new Set<Socket>();
  readonly #loses: (commit: number) => boolean;
  /** Commits that were asked for. */
  commits = 0;
  lost = 0;

  constructor(loses: (commit: number) => boolean) {
    this.#loses = loses;
  }

  async open(): Promise<Neo4jSettings> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return { ...testNeo4jSettings(), uri: `bolt://127.0.0.1:${(this.#server.address() as AddressInfo).port}` };
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket): void {
    const server = connect(Number(new URL(testNeo4jSettings().uri).port), '127.0.0.1');
    const end = () => [client, server].map((socket) => socket.destroy());
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        end();
      });
    }
    let losing = false;
    client.on('data', (sent) => {
      if (sent.includes(COMMIT)) {
        this.commits += 1;
        losing = this.#loses(this.commits);
      }
      server.write(sent);
    });
    server.on('data', (answer) => {
      if (!losing) {
        client.write(answer);
        return;
      }
      this.lost += 1;
      end();
    });
  }
}

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Neo4jSettings } from '#platform/neo4j-settings.js';
import { testNeo4jSettings } from './test-database.js';

/** A way to the test server that can keep all answers to itself: it takes connections and statements, and says nothing. */
export class SilentProxy {
  readonly #server = createServer((client) => this.#join(client));
  readonly #held: (() => void)[] = [];
  #silent = false;
  readonly clients = new Set<Socket>();
  /** What clients sent, as one text. */
  sent = '';

  async open(): Promise<Neo4jSettings> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return { ...testNeo4jSettings(), uri: `bolt://127.0.0.1:${(this.#server.address() as AddressInfo).port}` };
  }

  fallSilent(): void {
    this.#silent = true;
  }

  speak(): void {
    this.#silent = false;
    for (const answer of this.#held.splice(0)) answer();
  }

  async close(): Promise<void> {
    for (const client of this.clients) client.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket): void {
    const server = connect(Number(new URL(testNeo4jSettings().uri).port), '127.0.0.1');
    this.clients.add(client);
    client.on('error', () => server.destroy()).on('close', () => server.destroy());
    server.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.on('close', () => this.clients.delete(client));
    client.on('data', (said) => {
      this.sent += said.toString('latin1');
      server.write(said);
    });
    server.on('data', (answer) => {
      const give = () => client.write(answer);
      if (this.#silent) this.#held.push(give);
      else give();
    });
  }
}

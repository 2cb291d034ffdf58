import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** What an analyst's page asks for, in turn: the newest mentions of an issue, its spread, its groups, and agencies. */
const queriesOf = (mapped: string, served: string) => [
  `{ issue(id: "${mapped}") { title mentions(first: 20) { nodes { publishedAt text account { label agency { name } } } } } }`,
  `{ issue(id: "${served}") { spread { cascadeCount network { accounts edges modularity } mostAmplified { account { label } } measures { components } communities(first: 10) { nodes { number name accounts } } } } }`,
  `{ issue(id: "${served}") { coTimedGroups(first: 1) { nodes { members(first: 10) { nodes { label } } evidence(first: 3) { nodes { object secondsApart } } } } } }`,
  '{ agencies(first: 50) { nodes { name region { name } } } }',
];

const EVERY_MS = 20;
/** A sender that comes this late was stopped itself, by whoever stops processes on this machine. */
const STOPPED_MS = 500;

/**
 * Asks a server every 20 ms, whether it answered or not, so that a server that stands still is not asked less. Each answer
 * is counted to the part that was under way when it was asked for.
 */
export class SteadyLoad {
  readonly milliseconds = new Map<string, number[]>();
  part: string | null = null;
  stopped = 0;
  /** A connection each: a kept one that the server closes just now would be an error that no user sees. */
  readonly #agent = new Agent({ keepAlive: false });
  readonly #underWay = new Set<Promise<void>>();
  readonly #timer: NodeJS.Timeout;
  readonly #queries: readonly string[];
  #asked = 0;
  #last = performance.now();
  #failure: unknown = null;

  constructor(
    readonly url: string,
    mapped: string,
    served: string,
  ) {
    this.#queries = queriesOf(mapped, served);
    this.#timer = setInterval(() => this.#tick(), EVERY_MS);
  }

  /** Throws where an answer was none: a fast error is no answer. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#underWay);
    this.#agent.destroy();
    if (this.#failure !== null) throw this.#failure;
  }

  #tick(): void {
    const now = performance.now();
    if (now - this.#last > STOPPED_MS) this.stopped += 1;
    this.#last = now;
    const asked = this.#ask(this.#queries[this.#asked++ % this.#queries.length]!, this.part)
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => this.#underWay.delete(asked));
    this.#underWay.add(asked);
  }

  async #ask(query: string, part: string | null): Promise<void> {
    const started = performance.now();
    const body = JSON.stringify({ query });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = request(`${this.url}/graphql`, { method: 'POST', agent: this.#agent, headers });
      sent.once('error', reject).once('response', (response) => text(response).then(resolve, reject));
      sent.end(body);
    });
    const took = performance.now() - started;
    const { data, errors } = JSON.parse(answer);
    if (errors || Object.values(data).includes(null)) throw new Error(`${query}: ${answer.slice(0, 500)}`);
    if (part === null) return;
    const known = this.milliseconds.get(part);
    if (known === undefined) this.milliseconds.set(part, [took]);
    else known.push(took);
  }
}

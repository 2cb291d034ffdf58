import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-sse';
import { Pool } from 'undici';
import { type Answer, isOfKilled, type Judgement, judged } from './judged-answer.js';
import { MOST_AMPLIFIED, mutationOn, type Operation, queriesOn, subscriptionOn, unseenQuery } from './operations.js';

const CLIENTS = 8;
const SUBSCRIBERS = 4;
/** A client asks no faster than this, and the next thing only when it has its answer: a slow server is asked less, and nothing piles up in the bench. */
const EVERY_MS = 40;
const FOLLOW_MS = 2000;
const HASTY_MS = 20;
const MUTATION_EVERY = 50;
const UNSEEN_EVERY = 10;

/** An answer that a client got, by the clock of the bench. */
export interface Asked {
  readonly operation: Operation;
  readonly from: number;
  readonly to: number;
  readonly judgement: Judgement;
}

/** Clients that ask all kinds of things of a gateway, and others that follow an issue, until they are told to stop. */
export class MixedLoad {
  readonly asked: Asked[] = [];
  /** Answers to operations that are never the same, mutations and streams: how many were right. */
  readonly others = { unseen: 0, mutations: 0, events: 0 };
  readonly faults: string[] = [];
  readonly #pool: Pool;
  readonly #whole = new Map<Operation, unknown>();
  operations: readonly Operation[] = [];
  #underWay: Promise<unknown>[] = [];
  #number = 0;
  #isOver = false;

  constructor(
    private readonly endpoint: string,
    private readonly issue: string,
  ) {
    this.#pool = new Pool(new URL(endpoint).origin, { connections: CLIENTS + 1 });
  }

  /** How many requests were sent. */
  get count(): number {
    return this.#number;
  }

  /** Asks each query once while all is well, to know what the answers are, and then begins. */
  async start(): Promise<void> {
    const { data } = (await this.#ask(MOST_AMPLIFIED(this.issue))) as { data: AmplifiedData };
    this.operations = queriesOn(this.issue, data.issue.spread.mostAmplified[0]!.account.id);
    for (const operation of this.operations) {
      const { data, errors } = await this.#ask(operation.query);
      if (errors) throw new Error(`${operation.name}: ${JSON.stringify(errors)}`);
      this.#whole.set(operation, data);
    }
    this.#underWay = [
      ...Array.from({ length: CLIENTS }, (_, i) => this.#client(i)),
      ...Array.from({ length: SUBSCRIBERS }, () => this.#subscriber()),
    ];
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#underWay);
    await this.#pool.close();
  }

  /** So many operations that are never sent again: what remembers operations is full then. */
  async fill(count: number): Promise<void> {
    for (let i = 0; i < count; i += CLIENTS)
      await Promise.all(Array.from({ length: CLIENTS }, () => this.#ask(unseenQuery(this.#next()))));
  }

  async #client(first: number): Promise<void> {
    for (let turn = first; !this.#isOver; turn += 1) {
      const next = sleep(EVERY_MS);
      const number = this.#next();
      await (number % MUTATION_EVERY === 0
        ? this.#mutate(number)
        : number % UNSEEN_EVERY === 0
          ? this.#askUnseen(number)
          : this.#query(this.operations[turn % this.operations.length]!)
      ).catch((error) => this.#fault(`no answer: ${error}`));
      await next;
    }
  }

  async #query(operation: Operation): Promise<void> {
    const from = performance.now();
    const answer = await this.#ask(operation.query);
    const to = performance.now();
    const judgement = judged(answer, this.#whole.get(operation), operation);
    this.asked.push({ operation, from, to, judgement });
    if (judgement.kind === 'wrong') this.#fault(`${operation.name}: ${judgement.why}`);
  }

  async #mutate(number: number): Promise<void> {
    const answer = await this.#ask(mutationOn(this.issue, number));
    if (answer.errors) this.#fault(`requestRun: ${JSON.stringify(answer.errors)}`);
    else this.others.mutations += 1;
  }

  async #askUnseen(number: number): Promise<void> {
    const { errors = [] } = await this.#ask(unseenQuery(number));
    const foreign = errors.find((error) => !isOfKilled(error));
    if (foreign) this.#fault(`a new query: ${JSON.stringify(foreign)}`);
    else this.others.unseen += 1;
  }

  /** Follows the issue until it heard how it stands and for two seconds more, hangs up, and follows it again; every third time it hangs up before anything came. */
  async #subscriber(): Promise<void> {
    const client = createClient({ url: this.endpoint, retryAttempts: 0 });
    for (let turn = 1; !this.#isOver; turn += 1) {
      let hangUp: () => void = () => undefined;
      const heard = new Promise<void>((resolve) => {
        hangUp = client.subscribe(
          { query: subscriptionOn(this.issue) },
          {
            next: (event) => resolve(this.#event(event as Answer)),
            error: (error) => resolve(this.#fault(`a subscription: ${error}`)),
            complete: resolve,
          },
        );
      });
      if (turn % 3 === 0) await sleep(HASTY_MS);
      else await heard.then(() => sleep(FOLLOW_MS));
      hangUp();
    }
  }

  #event({ errors = [] }: Answer): void {
    const foreign = errors.find((error) => !isOfKilled(error));
    if (foreign) this.#fault(`an event: ${JSON.stringify(foreign)}`);
    else this.others.events += 1;
  }

  async #ask(query: string): Promise<Answer> {
    const { body } = await this.#pool.request({
      method: 'POST',
      path: new URL(this.endpoint).pathname,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await body.json()) as Answer;
  }

  #next(): number {
    this.#number += 1;
    return this.#number;
  }

  #fault(what: string): void {
    if (this.faults.length < 20) this.faults.push(what);
  }
}

interface AmplifiedData {
  readonly issue: {
    readonly spread: { readonly mostAmplified: readonly { readonly account: { readonly id: string } }[] };
  };
}

import { isAsyncIterable } from '@graphql-tools/utils';
import type { ExecutionResult } from 'graphql';
import { CodedError } from '#domain/errors/coded-error.js';
import type { PresentError } from './graphql-errors.js';
import type { Subscribed } from './subscribe-afresh.js';

/** Each holds a connection and is told of every event: an office has tens of analysts. */
const MOST_SUBSCRIPTIONS = 200;

/** How long somebody may listen on after a key was revoked. */
const LOOK_MS = 1000;

/** For how long a subscription is kept, and for whom. */
export interface Kept {
  /** Its client goes. */
  readonly gone?: AbortSignal | undefined;
  /** When its time is over, in milliseconds since 1970. */
  readonly until?: number;
  /** Whether its credential was not taken back. */
  readonly holds?: (() => boolean) | undefined;
  /** Who listens, and how many at a time one may have. */
  readonly client?: { readonly key: string; readonly most: number } | undefined;
}

/** The subscriptions that a service has open: not more than a limit, all ended when it stops. */
export class OpenSubscriptions {
  readonly #streams = new Set<KeptStream>();
  readonly #byClient = new Map<string, number>();
  readonly #present: PresentError;
  readonly #most: number;
  #count = 0;
  #ended = false;

  constructor(present: PresentError, most = MOST_SUBSCRIPTIONS) {
    this.#present = present;
    this.#most = most;
  }

  /** With those that are still beginning. */
  get count(): number {
    return this.#count;
  }

  /**
   * Begins a subscription, and keeps its stream until it ends, what it is kept for is over, or the service stops. The answer
   * is TOO_MANY_SUBSCRIPTIONS when the service is full, or its client has as many as one may. A stream that breaks ends with
   * an event that says why.
   */
  async keep(subscribe: () => PromiseLike<Subscribed> | Subscribed, kept: Kept = {}): Promise<Subscribed> {
    const refusal = this.#refusal(kept);
    if (refusal) return { errors: [this.#present(refusal)] };
    const leave = this.#enter(kept);
    try {
      const events = await subscribe();
      if (isAsyncIterable(events)) return await this.#stream(events, leave, kept);
      leave();
      return events;
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Ends all of them, and those that begin from now on: their clients see them completed. */
  end(): void {
    this.#ended = true;
    for (const stream of this.#streams) void stream.return();
  }

  async #stream(events: AsyncIterable<ExecutionResult>, leave: () => void, { gone, until, holds }: Kept) {
    let timer: NodeJS.Timeout | undefined;
    let look: NodeJS.Timeout | undefined;
    const stream = new KeptStream(events[Symbol.asyncIterator](), this.#present, () => {
      clearTimeout(timer);
      clearInterval(look);
      this.#streams.delete(stream);
      leave();
    });
    this.#streams.add(stream);
    // A timer and no AbortSignal.timeout: within AbortSignal.any alone, Node 20 collects that as garbage, and it never fires.
    if (until !== undefined && until !== Number.POSITIVE_INFINITY)
      timer = setTimeout(() => void stream.return(), Math.max(0, until - Date.now())).unref();
    if (holds) look = setInterval(() => holds() || void stream.return(), LOOK_MS).unref();
    if (this.#ended || gone?.aborted) await stream.return();
    else gone?.addEventListener('abort', () => void stream.return(), { once: true });
    return stream;
  }

  #refusal({ client }: Kept): CodedError | null {
    if (this.#count >= this.#most) return tooMany('this service', this.#most);
    if (client && (this.#byClient.get(client.key) ?? 0) >= client.most) return tooMany('this caller', client.most);
    return null;
  }

  /** Gives what counts it out again, once. */
  #enter({ client }: Kept): () => void {
    const add = (more: 1 | -1) => {
      this.#count += more;
      if (!client) return;
      const open = (this.#byClient.get(client.key) ?? 0) + more;
      if (open > 0) this.#byClient.set(client.key, open);
      else this.#byClient.delete(client.key);
    };
    add(1);
    let isIn = true;
    return () => {
      if (isIn) add(-1);
      isIn = false;
    };
  }
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** A stream that can be ended from outside while somebody waits for its next event, which a generator cannot. */
class KeptStream implements AsyncIterableIterator<ExecutionResult> {
  readonly #events: AsyncIterator<ExecutionResult>;
  readonly #present: PresentError;
  readonly #onEnd: () => void;
  readonly #end: Promise<IteratorReturnResult<undefined>>;
  #setEnd: () => void = () => undefined;
  #ended = false;

  constructor(events: AsyncIterator<ExecutionResult>, present: PresentError, onEnd: () => void) {
    this.#events = events;
    this.#present = present;
    this.#onEnd = onEnd;
    this.#end = new Promise((resolve) => {
      this.#setEnd = () => resolve(DONE);
    });
  }

  async next(): Promise<IteratorResult<ExecutionResult>> {
    if (this.#ended) return DONE;
    try {
      const result = await Promise.race([this.#events.next(), this.#end]);
      if (result.done) await this.return();
      return result;
    } catch (error) {
      await this.return();
      return { done: false, value: { errors: [this.#present(error)] } };
    }
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    if (this.#ended) return DONE;
    this.#ended = true;
    this.#setEnd();
    this.#onEnd();
    // What it costs to let go of the source is nobody's wait: a source in the middle of something would hold it up.
    void Promise.resolve(this.#events.return?.()).catch(() => undefined);
    return DONE;
  }

  async throw(): Promise<IteratorReturnResult<undefined>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

function tooMany(who: string, most: number): CodedError {
  return new CodedError('TOO_MANY_SUBSCRIPTIONS', `${who} has ${most} subscriptions open, and no more fit`, {
    hint: 'end one that is no longer watched, or ask with a query now and then',
  });
}

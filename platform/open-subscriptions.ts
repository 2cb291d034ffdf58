import { isAsyncIterable } from '@graphql-tools/utils';
import type { ExecutionResult } from 'graphql';
import { CodedError } from '#domain/errors/coded-error.js';
import type { PresentError } from './graphql-errors.js';
import type { Subscribed } from './subscribe-afresh.js';

/** Each holds a connection and is told of every event: an office has tens of analysts. */
const MOST_SUBSCRIPTIONS = 200;

/** How long somebody may listen on after a key was revoked. */
const LOOK_MS = 1000;

/** The subscriptions that a service has open: not more than a limit, all ended when it stops. */
export class OpenSubscriptions {
  readonly #streams = new Set<KeptStream>();
  readonly #present: PresentError;
  readonly #most: number;
  #beginning = 0;
  #ended = false;

  constructor(present: PresentError, most = MOST_SUBSCRIPTIONS) {
    this.#present = present;
    this.#most = most;
  }

  get count(): number {
    return this.#streams.size + this.#beginning;
  }

  /**
   * Begins a subscription, and keeps its stream until it ends, its client goes (`gone`), its time is over (`until`,
   * milliseconds since 1970), its credential no longer `holds`, or the service stops. The answer is TOO_MANY_SUBSCRIPTIONS when the service is full. A stream
   * that breaks ends with an event that says why.
   */
  async keep(
    subscribe: () => PromiseLike<Subscribed> | Subscribed,
    gone?: AbortSignal,
    until = Number.POSITIVE_INFINITY,
    holds?: () => boolean,
  ): Promise<Subscribed> {
    if (this.count >= this.#most) return { errors: [this.#present(tooMany(this.#most))] };
    this.#beginning += 1;
    try {
      const events = await subscribe();
      if (!isAsyncIterable(events)) return events;
      let timer: NodeJS.Timeout | undefined;
      let look: NodeJS.Timeout | undefined;
      const stream = new KeptStream(events[Symbol.asyncIterator](), this.#present, () => {
        clearTimeout(timer);
        clearInterval(look);
        this.#streams.delete(stream);
      });
      this.#streams.add(stream);
      // A timer and no AbortSignal.timeout: within AbortSignal.any alone, Node 20 collects that as garbage, and it never fires.
      if (until !== Number.POSITIVE_INFINITY)
        timer = setTimeout(() => void stream.return(), Math.max(0, until - Date.now())).unref();
      if (holds) look = setInterval(() => holds() || void stream.return(), LOOK_MS).unref();
      if (this.#ended || gone?.aborted) await stream.return();
      else gone?.addEventListener('abort', () => void stream.return(), { once: true });
      return stream;
    } finally {
      this.#beginning -= 1;
    }
  }

  /** Ends all of them, and those that begin from now on: their clients see them completed. */
  end(): void {
    this.#ended = true;
    for (const stream of this.#streams) void stream.return();
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

function tooMany(most: number): CodedError {
  return new CodedError('TOO_MANY_SUBSCRIPTIONS', `this service has ${most} subscriptions open, and no more fit`, {
    hint: 'end one that is no longer watched, or ask with a query now and then',
  });
}

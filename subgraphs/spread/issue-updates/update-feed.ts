/** What a subscriber that does not read may leave lying: more is replaced by how things stand. */
export const MOST_WAITING = 100;

/** The updates of one subscriber, as they come. */
export class UpdateFeed<Update> implements AsyncIterableIterator<Update> {
  readonly #waiting: Update[] = [];
  readonly #onEnd: () => void;
  #failure: { readonly error: unknown } | null = null;
  #wake: (() => void) | null = null;
  #ended = false;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  /** `current` stands for all that waits when the subscriber has fallen too far behind. */
  push(update: Update, current: () => Update): void {
    if (this.#ended) return;
    if (this.#waiting.length >= MOST_WAITING) this.#waiting.splice(0, MOST_WAITING, current());
    else this.#waiting.push(update);
    this.#wake?.();
  }

  /** After what waits, the subscriber hears this error, and the feed ends. */
  fail(error: unknown): void {
    this.#failure = { error };
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<Update>> {
    for (;;) {
      const update = this.#waiting.shift();
      if (update !== undefined) return { done: false, value: update };
      if (this.#ended) return { done: true, value: undefined };
      if (this.#failure) {
        await this.return();
        throw this.#failure.error;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async return(): Promise<IteratorResult<Update>> {
    if (!this.#ended) {
      this.#ended = true;
      this.#waiting.length = 0;
      this.#onEnd();
      this.#wake?.();
    }
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Which tokens were used and still live: at a thousand requests a second, some tens of thousands of ids. */
export class SeenTokens {
  readonly #expiryOf = new Map<string, number>();

  /** False for one that was here before. Times in seconds. */
  isNew(id: string, expiry: number, now: number): boolean {
    this.#forget(now);
    if (this.#expiryOf.has(id)) return false;
    this.#expiryOf.set(id, expiry);
    return true;
  }

  get count(): number {
    return this.#expiryOf.size;
  }

  /** They come about in the order in which they expire: the first that lives ends the search. */
  #forget(now: number): void {
    for (const [id, expiry] of this.#expiryOf) {
      if (expiry > now) return;
      this.#expiryOf.delete(id);
    }
  }
}

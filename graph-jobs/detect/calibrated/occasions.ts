/**
 * Counts the occasions of two accounts: distinct objects on which both acted within the window, co-actions less than a
 * window apart counted once. One shared session is not ten pieces of evidence.
 *
 * All windows are counted at once: an action is the earlier one of a co-action exactly if the lag to the partner's next
 * action on the object is within the window.
 */
export class OccasionCounter {
  readonly #windows: Float64Array;
  readonly #widest: number;
  /** Times of actions with a partner later on the same object, and the lag to it. */
  #time = new Float64Array(64);
  #lag = new Float64Array(64);
  #hits = 0;
  /** The smallest lag on each shared object. */
  #objectLag = new Float64Array(64);
  #objects = 0;

  constructor(windowsMs: readonly number[]) {
    this.#windows = Float64Array.from(windowsMs);
    this.#widest = Math.max(...windowsMs);
  }

  clear(): void {
    this.#hits = 0;
    this.#objects = 0;
  }

  /** Adds an object: rows `ofA`[a0..a1) and `ofB`[b0..b1) are the two accounts' actions on it, by time. */
  object(
    time: Float64Array,
    ofA: Uint32Array,
    [a0, a1]: readonly [number, number],
    ofB: Uint32Array,
    [b0, b1]: readonly [number, number],
  ): void {
    let least = Number.POSITIVE_INFINITY;
    let [a, b] = [a0, b0];
    while (a < a1 && b < b1) {
      const lag = time[ofB[b]!]! - time[ofA[a]!]!;
      const size = Math.abs(lag);
      if (size <= this.#widest) this.#push(lag >= 0 ? time[ofA[a]!]! : time[ofB[b]!]!, size);
      if (size < least) least = size;
      if (lag >= 0) a += 1;
      else b += 1;
    }
    if (least > this.#widest) return;
    if (this.#objects === this.#objectLag.length) this.#objectLag = doubled(this.#objectLag);
    this.#objectLag[this.#objects++] = least;
  }

  /** Writes the occasions of each window, in the order in which the windows were given. */
  count(into: Uint32Array): void {
    this.#sort();
    for (let w = 0; w < this.#windows.length; w++) {
      const window = this.#windows[w]!;
      let objects = 0;
      for (let i = 0; i < this.#objects; i++) if (this.#objectLag[i]! <= window) objects += 1;
      into[w] = objects < 2 ? objects : Math.min(objects, this.#apart(window));
    }
  }

  /** Co-actions more than a window after the one before. */
  #apart(window: number): number {
    let apart = 0;
    let before = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < this.#hits; i++) {
      if (this.#lag[i]! > window) continue;
      if (this.#time[i]! - before > window) apart += 1;
      before = this.#time[i]!;
    }
    return apart;
  }

  #push(time: number, lag: number): void {
    if (this.#hits === this.#time.length) {
      this.#time = doubled(this.#time);
      this.#lag = doubled(this.#lag);
    }
    this.#time[this.#hits] = time;
    this.#lag[this.#hits++] = lag;
  }

  /** By time. Few, and in order within each object: insertion does for nearly all pairs. */
  #sort(): void {
    const [times, lags] = [this.#time, this.#lag];
    if (this.#hits > 64) {
      const order = Array.from({ length: this.#hits }, (_, i) => i).sort((a, b) => times[a]! - times[b]!);
      times.set(order.map((i) => times[i]!));
      lags.set(order.map((i) => lags[i]!));
      return;
    }
    for (let i = 1; i < this.#hits; i++) {
      const [time, lag] = [times[i]!, lags[i]!];
      let at = i;
      for (; at > 0 && times[at - 1]! > time; at--) {
        times[at] = times[at - 1]!;
        lags[at] = lags[at - 1]!;
      }
      times[at] = time;
      lags[at] = lag;
    }
  }
}

function doubled(from: Float64Array): Float64Array<ArrayBuffer> {
  const to = new Float64Array(from.length * 2);
  to.set(from);
  return to;
}

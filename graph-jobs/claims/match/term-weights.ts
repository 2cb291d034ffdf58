/**
 * As many texts without any of a claim's words are thought to stand beside the claims, stop words being in a fifth of them:
 * what is rare among three claims is not rare.
 */
const OTHER_TEXTS = 1000;
const SHARE_WITH_STOP_WORD = 0.2;

/** How much the presence of a term tells, by the number of claims that have it (the probabilistic inverse document frequency of BM25). */
export class TermWeights {
  readonly #weights: Float64Array;
  /** Of a term that no claim has. */
  readonly foreign: number;

  constructor(claimsWith: Uint32Array, texts: number, stop: ReadonlySet<number> = new Set()) {
    const all = texts + OTHER_TEXTS;
    const weight = (having: number) => Math.log(1 + (all - having + 0.5) / (having + 0.5));
    this.#weights = Float64Array.from(claimsWith, (having, code) =>
      weight(having + (stop.has(code) ? SHARE_WITH_STOP_WORD * OTHER_TEXTS : 0)),
    );
    this.foreign = weight(0);
  }

  /** How many terms the claims have. */
  get length(): number {
    return this.#weights.length;
  }

  of(code: number): number {
    return code < this.#weights.length ? this.#weights[code]! : this.foreign;
  }

  sum(codes: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < codes.length; i++) sum += this.of(codes[i]!);
    return sum;
  }
}

/**
 * As many texts without any of a claim's words are thought to stand beside the claims, stop words being in a fifth of them:
 * what is rare among three claims is not rare.
 */
const OTHER_TEXTS = 1000;
/** What stands in more of them says as little as a stop word, and no less: in an issue that is about one claim, all its words do. */
const COMMON = 0.2 * OTHER_TEXTS;

/** How much the presence of a term tells, by the number of claims that have it (the probabilistic inverse document frequency of BM25). */
export class TermWeights {
  /** By code. */
  readonly list: Float64Array;
  /** Of a term that no claim has. */
  readonly foreign: number;

  /** `beside`: how many of the other texts are known to have each term; none where nothing is known of them. */
  constructor(claimsWith: Uint32Array, texts: number, beside: Uint32Array, stop: ReadonlySet<number> = new Set()) {
    const all = texts + OTHER_TEXTS;
    const weight = (having: number) => Math.log(1 + (all - having + 0.5) / (having + 0.5));
    this.list = Float64Array.from(claimsWith, (having, code) =>
      weight(having + (stop.has(code) ? COMMON : Math.min(beside[code]!, COMMON))),
    );
    this.foreign = weight(0);
  }

  /** How many terms the claims have. */
  get length(): number {
    return this.list.length;
  }

  of(code: number): number {
    return code < this.list.length ? this.list[code]! : this.foreign;
  }

  sum(codes: Uint32Array): number {
    let sum = 0;
    for (let i = 0; i < codes.length; i++) sum += this.of(codes[i]!);
    return sum;
  }
}

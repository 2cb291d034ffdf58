import type { MatchMethod } from '#domain/claim-match.js';

interface FoundClaim {
  /** Its place in the order of ids. */
  readonly claim: number;
  readonly score: number;
  readonly method: MatchMethod;
}

/** The claims that one text was found to resemble most, the highest score first, by place where it is the same. */
export class BestClaims {
  readonly #top: number;
  readonly #minScore: number;
  /** What was found by more than resemblance: the strongest method, and the highest score. */
  readonly #known = new Map<number, FoundClaim>();
  readonly #best: FoundClaim[] = [];
  /** The claim that was added last, and its best score: documents of one claim follow one another. */
  #claim = -1;
  #score = 0;

  constructor(top: number, minScore: number) {
    this.#top = top;
    this.#minScore = minScore;
  }

  /** By the strongest method first: it stays, whatever the other ones score. */
  know(claim: number, score: number, method: MatchMethod): void {
    const known = this.#known.get(claim);
    if (score < this.#minScore || (known !== undefined && known.score >= score)) return;
    this.#known.set(claim, { claim, score, method: known?.method ?? method });
  }

  /** By retrieval, after all others; claims ascending. */
  add(claim: number, score: number): void {
    if (this.#known.has(claim)) this.know(claim, score, 'retrieval');
    else if (claim !== this.#claim) {
      this.#keep();
      this.#claim = claim;
      this.#score = score;
    } else if (score > this.#score) this.#score = score;
  }

  found(): readonly FoundClaim[] {
    this.#keep();
    this.#claim = -1;
    for (const known of this.#known.values()) this.#insert(known);
    return this.#best;
  }

  #keep(): void {
    if (this.#claim < 0 || this.#score < this.#minScore) return;
    const least = this.#best.length === this.#top ? this.#best[this.#top - 1]! : null;
    // One that comes later among equals is not better.
    if (least !== null && this.#score <= least.score) return;
    this.#insert({ claim: this.#claim, score: this.#score, method: 'retrieval' });
  }

  #insert(found: FoundClaim): void {
    const best = this.#best;
    let at = best.length;
    while (at > 0 && isBefore(found, best[at - 1]!)) at -= 1;
    best.splice(at, 0, found);
    if (best.length > this.#top) best.pop();
  }
}

function isBefore(one: FoundClaim, other: FoundClaim): boolean {
  return one.score > other.score || (one.score === other.score && one.claim < other.claim);
}

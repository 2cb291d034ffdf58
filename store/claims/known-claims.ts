import type { Claim } from '#domain/claim.js';
import { addressOf, claimWords, isReworded } from '#platform/claim-words.js';

/** Id and wordings of a claim. */
export type WordedClaim = Pick<Claim, 'id' | 'texts'>;

/** The claims of a registry by their words: by these are those known that no source gave an id. */
export class KnownClaims {
  readonly #ids = new Set<string>();
  readonly #byWords = new Map<string, string>();
  /** Claims that go by an address, by it. */
  readonly #ofAddress = new Map<string, WordedClaim[]>();

  constructor(claims: readonly WordedClaim[] = []) {
    for (const claim of claims) this.add(claim);
  }

  add(claim: WordedClaim): void {
    const isKnown =
      this.#ids.has(claim.id) && claim.texts.every((text) => this.#byWords.get(claimWords(text)) === claim.id);
    if (isKnown) return;
    this.#ids.add(claim.id);
    const address = addressOf(claim.id);
    const others = this.#ofAddress.get(address);
    if (others === undefined) this.#ofAddress.set(address, [claim]);
    else others.push(claim);
    for (const text of claim.texts) {
      const words = claimWords(text);
      if (!this.#byWords.has(words)) this.#byWords.set(words, claim.id);
    }
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  sameWords({ texts }: Claim): string | null {
    for (const text of texts) {
      const id = this.#byWords.get(claimWords(text));
      if (id !== undefined) return id;
    }
    return null;
  }

  reworded({ id, texts }: Claim): string | null {
    const ofReview = addressOf(id) === id ? (this.#ofAddress.get(id) ?? []) : [];
    const same = ofReview.find((other) => other.texts.some((old) => texts.some((text) => isReworded(old, text))));
    return same?.id ?? null;
  }
}

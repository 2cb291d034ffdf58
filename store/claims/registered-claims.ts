import type { Claim } from '#domain/claim.js';
import { addressOf, claimWords, hashedClaim, isReworded } from '#platform/claim-words.js';

/** Id and wordings of a claim. */
export type WordedClaim = Pick<Claim, 'id' | 'texts'>;

/**
 * Told claims under the ids that they have in the registry. One that no source gave an id (its own is in `derivedIds`) is the
 * claim of the same words; else that of the same review, where their words are half the same: fact-checkers correct what they
 * wrote. Another claim of that review gets an id of its own; so does each of a file that tells several of one review, whose ids
 * have hashes already: these may well differ by a word. `stored` is read in the transaction that writes: of two imports at
 * once, the second finds what the first one wrote.
 */
export function registeredClaims(
  told: readonly Claim[],
  derivedIds: ReadonlySet<string>,
  stored: Iterable<WordedClaim>,
): { registered: Claim[]; joined: number } {
  const known = new KnownClaims();
  for (const claim of stored) known.add(claim);
  const given = told.filter(({ id }) => !derivedIds.has(id));
  for (const claim of given) known.add(claim);
  const registered = [...given];
  let joined = 0;
  for (const claim of told) {
    if (!derivedIds.has(claim.id)) continue;
    const id = known.sameWords(claim) ?? known.reworded(claim);
    if (id !== null && id !== claim.id) joined += 1;
    const own = id !== null ? { ...claim, id } : known.has(claim.id) ? hashedClaim(claim) : claim;
    known.add(own);
    registered.push(own);
  }
  return { registered, joined };
}

class KnownClaims {
  readonly #ids = new Set<string>();
  readonly #byWords = new Map<string, string>();
  /** Claims that go by an address, by it. */
  readonly #ofAddress = new Map<string, WordedClaim[]>();

  add(claim: WordedClaim): void {
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

import { createHash } from 'node:crypto';
import type { Claim } from '#domain/claim.js';
import { wordsOf } from '#domain/text-words.js';

/** Claims of the same words, whatever their case and signs, are one where no source gives them ids. */
export function claimWords(text: string): string {
  return wordsOf(text).join(' ') || text;
}

/** Tells claims apart that would go by one address. */
export function claimHash(text: string): string {
  return createHash('sha256').update(claimWords(text)).digest('hex').slice(0, 12);
}

/** Under an id of its own, where another claim goes by the address of its review. */
export function hashedClaim(claim: Claim): Claim {
  return { ...claim, id: `${claim.id}#${claimHash(claim.texts[0]!)}` };
}

const HASH = /#[0-9a-f]{12}$/;

/** The address that a claim goes by which no source gave an id, without the hash of its words. */
export function addressOf(id: string): string {
  return id.replace(HASH, '');
}

/** Half of the different words in common: a wording that was corrected, or another claim of the same article. */
const REWORDED = 0.5;

export function isReworded(one: string, other: string): boolean {
  const [words, others] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  let shared = 0;
  for (const word of words) if (others.has(word)) shared += 1;
  return shared > 0 && shared >= REWORDED * (words.size + others.size - shared);
}

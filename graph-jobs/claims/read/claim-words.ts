import { createHash } from 'node:crypto';
import { wordsOf } from '#domain/text-words.js';

/** Claims of the same words, whatever their case and signs, are one where no source gives them ids. */
export function claimWords(text: string): string {
  return wordsOf(text).join(' ') || text;
}

/** Tells claims apart that would go by one address. */
export function claimHash(text: string): string {
  return createHash('sha256').update(claimWords(text)).digest('hex').slice(0, 12);
}

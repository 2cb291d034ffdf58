import { createHash } from 'node:crypto';
import { wordTokens } from '../../text/word-tokens.js';
import type { LabelledText } from './labelled-texts.js';

export const TENTHS = 10;
/** The tenth that no model sees before it is measured. */
export const HELD_OUT = 0;
/** From this similarity on two texts are near-duplicates: a model that knows one would be asked what it has read. */
export const NEAR_DUPLICATE = 0.6;

/** Which tenth a text belongs to: by the hash of its words, so that the same text is in the same one wherever it stands. */
export function tenthOf(text: string): number {
  const digest = createHash('sha256').update(wordTokens(text).join(' ')).digest();
  return digest.readUInt32BE(0) % TENTHS;
}

export interface SplitTexts {
  readonly training: readonly LabelledText[];
  readonly heldOut: readonly LabelledText[];
  /** Of the tenth, those that are left out for being near-duplicates of a training text. */
  readonly nearDuplicates: number;
}

/** The texts of `tenth` held out from all others. */
export function splitTexts(texts: readonly LabelledText[], tenth: number): SplitTexts {
  const tenths = texts.map(({ text }) => tenthOf(text));
  const training = texts.filter((_, i) => tenths[i] !== tenth);
  const all = texts.filter((_, i) => tenths[i] === tenth);
  const known = new KnownTexts(training);
  const heldOut = all.filter(({ text }) => known.mostAlike(text) < NEAR_DUPLICATE);
  return { training, heldOut, nearDuplicates: all.length - heldOut.length };
}

/** Texts by their pairs of words that follow one another. */
class KnownTexts {
  readonly #textsOfPair = new Map<string, number[]>();
  readonly #pairs: number[] = [];

  constructor(texts: readonly LabelledText[]) {
    for (const [number, { text }] of texts.entries()) {
      const pairs = pairsOf(text);
      this.#pairs.push(pairs.size);
      for (const pair of pairs) {
        const known = this.#textsOfPair.get(pair);
        if (known === undefined) this.#textsOfPair.set(pair, [number]);
        else known.push(number);
      }
    }
  }

  /** The Jaccard similarity with the most similar of them. */
  mostAlike(text: string): number {
    const pairs = pairsOf(text);
    const shared = new Map<number, number>();
    for (const pair of pairs)
      for (const number of this.#textsOfPair.get(pair) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
    let most = 0;
    for (const [number, count] of shared) most = Math.max(most, count / (pairs.size + this.#pairs[number]! - count));
    return most;
  }
}

function pairsOf(text: string): Set<string> {
  const words = wordTokens(text);
  if (words.length < 2) return new Set(words);
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
}

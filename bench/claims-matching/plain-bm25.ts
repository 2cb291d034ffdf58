import { wordsOf } from '#domain/text-words.js';

const K1 = 1.2;
const B = 0.75;

/** BM25 as textbooks have it (Robertson and Zaragoza 2009), on words as they are written: what the matcher is compared with. */
export class PlainBm25 {
  readonly #lists = new Map<string, { document: number; count: number }[]>();
  readonly #lengths: number[];
  readonly #mean: number;

  constructor(texts: readonly string[]) {
    const words = texts.map(wordsOf);
    this.#lengths = words.map(({ length }) => length);
    this.#mean = this.#lengths.reduce((sum, length) => sum + length, 0) / texts.length;
    words.forEach((list, document) => {
      for (const [word, count] of counted(list)) {
        const known = this.#lists.get(word);
        if (known === undefined) this.#lists.set(word, [{ document, count }]);
        else known.push({ document, count });
      }
    });
  }

  /** The documents with a word of the text, the best first. */
  ranked(text: string): number[] {
    const scores = new Map<number, number>();
    for (const [word, times] of counted(wordsOf(text))) {
      const list = this.#lists.get(word) ?? [];
      const weight = Math.log(1 + (this.#lengths.length - list.length + 0.5) / (list.length + 0.5));
      for (const { document, count } of list) {
        const slowness = K1 * (1 - B + (B * this.#lengths[document]!) / this.#mean);
        const more = (times * weight * count * (K1 + 1)) / (count + slowness);
        scores.set(document, (scores.get(document) ?? 0) + more);
      }
    }
    return Array.from(scores)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([document]) => document);
  }
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

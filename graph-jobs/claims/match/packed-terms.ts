import type { TermCounts } from './text-terms.js';

const MOST_COUNT = 0xff;

/** The terms of many texts: those of text t are codes[ends[t - 1]] .. codes[ends[t] - 1], ascending. */
export interface PackedTerms {
  readonly codes: Uint32Array;
  readonly counts: Uint8Array;
  readonly ends: Uint32Array;
}

export function packedTerms(texts: readonly TermCounts[]): PackedTerms {
  let length = 0;
  const ends = Uint32Array.from(texts, ({ codes }) => {
    length += codes.length;
    return length;
  });
  const codes = new Uint32Array(length);
  const counts = new Uint8Array(length);
  texts.forEach((text, i) => {
    const start = startOf(ends, i);
    codes.set(text.codes, start);
    text.counts.forEach((count, j) => {
      counts[start + j] = Math.min(count, MOST_COUNT);
    });
  });
  return { codes, counts, ends };
}

export function startOf(ends: Uint32Array, text: number): number {
  return text === 0 ? 0 : ends[text - 1]!;
}

/** How many of the texts have each of `terms` codes. */
export function textsWith({ codes }: PackedTerms, terms: number): Uint32Array {
  const having = new Uint32Array(terms);
  for (let i = 0; i < codes.length; i++) having[codes[i]!]! += 1;
  return having;
}

/** The same of texts that are not packed; terms with higher codes are left out. */
export function textsHaving(texts: readonly TermCounts[], terms: number): Uint32Array {
  const having = new Uint32Array(terms);
  for (const { codes } of texts) for (const code of codes) if (code < terms) having[code]! += 1;
  return having;
}

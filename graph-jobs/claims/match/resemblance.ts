import { BestPassage } from './best-passage.js';
import { type ClaimDocuments, pairSum } from './claim-documents.js';
import { startOf } from './packed-terms.js';
import { PairOverlap } from './pair-overlap.js';
import { TermOverlap } from './term-overlap.js';
import type { TextTerms } from './text-terms.js';

/** What is measured of a text and a document, in this order. Each is 0 where they have nothing in common, and about 1 where they are the same. */
export const MEASURES = [
  'of the shorter',
  'of the longer',
  'of both',
  'information',
  'BM25',
  'pairs',
  'best passage',
  'characters of both',
  'BM25 of characters',
] as const;

/** Divides what has no bound, so that all weights are of one size. */
const INFORMATION = 4;

/** One text as all documents are compared with it. */
export interface ComparedText {
  readonly terms: TextTerms;
  readonly rootSum: number;
  readonly pairSum: number;
  readonly gramSum: number;
  readonly gramLength: number;
  /** How much its words tell by themselves. */
  readonly information: number;
}

export function comparedText(terms: TextTerms, documents: ClaimDocuments): ComparedText {
  const { rootWeights, gramWeights } = documents;
  let gramLength = 0;
  for (let i = 0; i < terms.grams.counts.length; i++) gramLength += terms.grams.counts[i]!;
  const rootSum = rootWeights.sum(terms.roots.codes);
  const gramSum = gramWeights.sum(terms.grams.codes);
  const information = Math.log1p(rootSum) / INFORMATION;
  return { terms, rootSum, pairSum: pairSum(terms, rootWeights), gramSum, gramLength, information };
}

/**
 * Measures how a text and a document resemble each other, whichever is the longer: a post is mostly shorter than an article that
 * debunks it, and longer than the sentence that a fact-checker made of it. The shorter is that with the smaller sum of weights.
 */
export class Resemblance {
  readonly #documents: ClaimDocuments;
  readonly #roots: TermOverlap;
  readonly #grams: TermOverlap;
  readonly #pairs: PairOverlap;
  readonly #passages: BestPassage;
  #text: ComparedText | null = null;
  readonly measures = new Float64Array(MEASURES.length);

  constructor(documents: ClaimDocuments) {
    this.#documents = documents;
    this.#passages = new BestPassage(documents);
    this.#pairs = new PairOverlap(documents);
    this.#roots = new TermOverlap(documents.roots, documents.rootWeights, documents.meanRoots);
    this.#grams = new TermOverlap(documents.grams, documents.gramWeights, documents.meanGrams);
  }

  /** Leaves the measures in `measures` until the next call. Many documents after one another with one text are quick. */
  measure(text: ComparedText, document: number): Float64Array {
    if (text !== this.#text) this.#read(text);
    const { rootSum, pairSum, gramSum, sequenceEnds, gramLength: gramLengths } = this.#documents;
    const { terms } = text;
    const textIsShorter = text.rootSum <= rootSum[document]!;
    const length = sequenceEnds[document]! - startOf(sequenceEnds, document);
    const shorter = Math.min(text.rootSum, rootSum[document]!) || 1;
    const longer = Math.max(text.rootSum, rootSum[document]!) || 1;
    const roots = this.#roots;
    const grams = this.#grams;
    roots.compare(terms.sequence.length, document, length, textIsShorter);
    grams.compare(text.gramLength, document, gramLengths[document]!, textIsShorter);
    // A pair that both have has its roots in both.
    const pairs = roots.terms === 0 ? 0 : this.#pairs.shared(document);
    const shorterPairs = (textIsShorter ? text.pairSum : pairSum[document]!) || 1;
    const shorterGrams = (textIsShorter ? text.gramSum : gramSum[document]!) || 1;
    // One word is in one passage.
    const passage = roots.terms < 2 ? roots.shared : this.#passages.best(terms, document, textIsShorter, roots.shared);
    const m = this.measures;
    m[0] = roots.shared / shorter;
    m[1] = roots.shared / longer;
    m[2] = roots.shared / Math.sqrt(shorter * longer);
    m[3] = Math.log1p(roots.shared) / INFORMATION;
    m[4] = roots.bm25 / shorter;
    m[5] = pairs / shorterPairs;
    m[6] = passage / shorter;
    m[7] = grams.shared / Math.sqrt((text.gramSum || 1) * (gramSum[document]! || 1));
    m[8] = grams.bm25 / shorterGrams;
    return m;
  }

  #read(text: ComparedText): void {
    this.#text = text;
    this.#roots.read(text.terms.roots);
    this.#grams.read(text.terms.grams);
    this.#pairs.read(text.terms);
  }
}

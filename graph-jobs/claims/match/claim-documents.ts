import type { Claim } from '#domain/claim.js';
import { type PackedTerms, packedTerms, startOf, textsHaving, textsWith } from './packed-terms.js';
import { PairCodes } from './pair-codes.js';
import { TermCodes } from './term-codes.js';
import { TermWeights } from './term-weights.js';
import { rootsOfPair, type TextTerms, textTerms } from './text-terms.js';

/** What texts are compared with: each wording of a claim, and its wording with its body where it has one. */
export interface ClaimDocuments {
  readonly codes: TermCodes;
  /** By document: the claim that it is of, as its place among the claims. */
  readonly claim: Uint32Array;
  readonly sequence: Uint32Array;
  readonly sequenceEnds: Uint32Array;
  readonly roots: PackedTerms;
  /** By code in `pairCodes`. */
  readonly pairs: PackedTerms;
  readonly pairCodes: PairCodes;
  readonly grams: PackedTerms;
  readonly rootWeights: TermWeights;
  readonly gramWeights: TermWeights;
  /** Sums of the weights of the different terms of each document. */
  readonly rootSum: Float64Array;
  readonly pairSum: Float64Array;
  readonly gramSum: Float64Array;
  /** Character runs of each document, repeated ones too. */
  readonly gramLength: Float64Array;
  /** Means over the documents. */
  readonly meanRoots: number;
  readonly meanGrams: number;
}

/** `beside`: texts among which the claims are looked for, a thousand at most; what many of them say tells little. */
export function claimDocuments(claims: readonly Claim[], beside: readonly string[] = []): ClaimDocuments {
  const codes = new TermCodes();
  const claim: number[] = [];
  const texts: TextTerms[] = [];
  claims.forEach(({ texts: wordings, body }, i) => {
    for (const text of body === null ? wordings : [...wordings, `${wordings[0] ?? ''}\n${body}`]) {
      claim.push(i);
      texts.push(textTerms(text, codes));
    }
  });
  codes.close();
  const roots = packedTerms(texts.map((text) => text.roots));
  const grams = packedTerms(texts.map((text) => text.grams));
  const pairCodes = new PairCodes(eachPair(texts), codes.roots);
  const pairs = packedTerms(
    texts.map(({ pairs: { codes: own, counts } }) => ({
      codes: Uint32Array.from(own, (pair) => pairCodes.of(pair)),
      counts,
    })),
  );
  const others = beside.map((text) => textTerms(text, codes));
  const besideRoots = textsHaving(
    others.map((text) => text.roots),
    codes.roots,
  );
  const besideGrams = textsHaving(
    others.map((text) => text.grams),
    codes.grams,
  );
  const rootWeights = new TermWeights(textsWith(roots, codes.roots), texts.length, besideRoots, codes.stopRoots);
  const gramWeights = new TermWeights(textsWith(grams, codes.grams), texts.length, besideGrams);
  const { sequence, sequenceEnds } = packedSequences(texts);
  const gramLength = Float64Array.from(texts, (text) => text.grams.counts.reduce((sum, count) => sum + count, 0));
  return {
    ...{ codes, claim: Uint32Array.from(claim), sequence, sequenceEnds, roots, grams, rootWeights, gramWeights },
    ...{ pairs, pairCodes },
    rootSum: sums(roots, (code) => rootWeights.of(code)),
    pairSum: Float64Array.from(texts, (text) => pairSum(text, rootWeights)),
    gramSum: sums(grams, (code) => gramWeights.of(code)),
    meanRoots: sequence.length / Math.max(1, texts.length),
    gramLength,
    meanGrams: gramLength.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length),
  };
}

/** By code. */
export function pairWeights({ pairCodes, rootWeights }: ClaimDocuments): Float64Array {
  return Float64Array.from(pairCodes.pairs(), (pair) => pairWeight(pair, rootWeights));
}

function pairWeight(pair: number, weights: TermWeights): number {
  const [first, second] = rootsOfPair(pair);
  return weights.of(first) + weights.of(second);
}

/** Of the different pairs of a text. */
export function pairSum({ pairs }: TextTerms, weights: TermWeights): number {
  let sum = 0;
  for (let i = 0; i < pairs.codes.length; i++) sum += pairWeight(pairs.codes[i]!, weights);
  return sum;
}

function* eachPair(texts: readonly TextTerms[]): Generator<number> {
  for (const { pairs } of texts) yield* pairs.codes;
}

function packedSequences(texts: readonly TextTerms[]): { sequence: Uint32Array; sequenceEnds: Uint32Array } {
  let length = 0;
  const sequenceEnds = Uint32Array.from(texts, (text) => {
    length += text.sequence.length;
    return length;
  });
  const sequence = new Uint32Array(length);
  texts.forEach((text, i) => {
    sequence.set(text.sequence, startOf(sequenceEnds, i));
  });
  return { sequence, sequenceEnds };
}

function sums({ codes, ends }: PackedTerms, weight: (code: number) => number): Float64Array {
  return Float64Array.from(ends, (end, text) => {
    let sum = 0;
    for (let i = startOf(ends, text); i < end; i++) sum += weight(codes[i]!);
    return sum;
  });
}

import type { Claim } from '#domain/claim.js';
import { claimDocuments } from '#graph-jobs/claims/match/claim-documents.js';
import { ClaimIndex } from '#graph-jobs/claims/match/claim-index.js';
import { comparedText, MEASURES, Resemblance } from '#graph-jobs/claims/match/resemblance.js';
import { textTerms } from '#graph-jobs/claims/match/text-terms.js';
import type { Task } from './tasks.js';

const COMPARED = 40;

/** A text with the measures of its candidates, one after the other. */
export interface ComparedCandidates {
  readonly half: 0 | 1;
  /** Which of them is right, -1 for none. */
  readonly right: number;
  readonly length: number;
  /** How much the words of the text tell by themselves. */
  readonly information: number;
  readonly measures: Float64Array;
}

export function claimOf(text: string, id: number): Claim {
  return { id: String(id).padStart(5, '0'), texts: [text], body: null, claimant: null, appearances: [], reviews: [] };
}

/** What the matcher measures before it weighs. */
export function comparedTexts({ texts, claims, halves, hasRight }: Task): ComparedCandidates[] {
  const documents = claimDocuments(claims.map(claimOf));
  const index = new ClaimIndex(documents);
  const resemblance = new Resemblance(documents);
  return texts.map((text, i) => {
    const compared = comparedText(textTerms(text, documents.codes), documents);
    const candidates = index.candidates(compared, COMPARED);
    const measures = new Float64Array(candidates.length * MEASURES.length);
    candidates.forEach((document, at) => {
      measures.set(resemblance.measure(compared, document), at * MEASURES.length);
    });
    documents.codes.forget();
    const right = hasRight ? candidates.indexOf(i) : -1;
    return { half: halves[i]!, right, length: candidates.length, information: compared.information, measures };
  });
}

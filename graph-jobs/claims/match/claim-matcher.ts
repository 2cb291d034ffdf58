import type { Claim } from '#domain/claim.js';
import type { MatchMethod, TextSpan } from '#domain/claim-match.js';
import { BestClaims } from './best-claims.js';
import { type ClaimDocuments, claimDocuments } from './claim-documents.js';
import { ClaimIndex } from './claim-index.js';
import { linksOf, pageOf } from './links.js';
import { SCORE_OF_URL, scoreOf, scoreOfNearDuplicate } from './match-score.js';
import { NearDuplicateClaims } from './near-duplicate-claims.js';
import { comparedText, Resemblance } from './resemblance.js';
import { SharedPassage } from './shared-passage.js';
import { textTerms } from './text-terms.js';

/** A claim that a text may tell. People decide whether it does. */
export interface ClaimCandidate {
  readonly claimId: string;
  /** Between 0 and 1, comparable whatever the method: docs/methods/claims.md. */
  readonly score: number;
  /** The strongest evidence. */
  readonly method: MatchMethod;
}

export interface MatchedText {
  readonly text: string;
  /** Addresses of the text itself, and links that it carries, beside those that stand in it. */
  readonly urls: readonly string[];
}

export interface MatchOptions {
  /** How many candidates a text has at most. */
  readonly top: number;
  readonly minScore: number;
}

/** Documents that are compared in full for each text. */
const COMPARED = 40;

/** Finds the claims that texts may tell. The order of claims and of texts changes nothing. */
export class ClaimMatcher {
  readonly #ids: readonly string[];
  readonly #documents: ClaimDocuments;
  readonly #index: ClaimIndex;
  readonly #resemblance: Resemblance;
  readonly #copies: NearDuplicateClaims;
  readonly #claimsOfPage: PageClaims = new Map();
  readonly #claimsOfReview: PageClaims = new Map();
  readonly #passages: SharedPassage;
  readonly #claims = new Map<string, { readonly documents: number[]; readonly pages: ReadonlySet<string> }>();

  /** `beside`: some of the texts that will be matched, a thousand at most, where they have much in common with each other. */
  constructor(claims: readonly Claim[], beside: readonly string[] = []) {
    const sorted = [...claims].sort((a, b) => compareIds(a.id, b.id));
    this.#ids = sorted.map(({ id }) => id);
    this.#documents = claimDocuments(sorted, beside);
    this.#index = new ClaimIndex(this.#documents);
    this.#resemblance = new Resemblance(this.#documents);
    this.#copies = new NearDuplicateClaims(documentTexts(sorted));
    this.#passages = new SharedPassage(this.#documents);
    sorted.forEach((claim, i) => {
      const { told, reviewed } = pagesOf(claim);
      this.#claims.set(claim.id, { documents: [], pages: new Set([...told, ...reviewed]) });
      addPages(this.#claimsOfPage, told, i);
      addPages(this.#claimsOfReview, reviewed, i);
    });
    this.#documents.claim.forEach((claim, document) => {
      this.#claims.get(this.#ids[claim]!)!.documents.push(document);
    });
  }

  /** The best candidates, the highest score first, by claim id where scores are the same. */
  match({ text, urls }: MatchedText, { top, minScore }: MatchOptions): ClaimCandidate[] {
    const best = new BestClaims(top, minScore);
    if (this.#claimsOfPage.size + this.#claimsOfReview.size > 0) {
      const links = [...urls, ...linksOf(text)].map((link) => pageOf(link) ?? '');
      for (const claim of sharingPages(this.#claimsOfReview, links)) best.know(claim, SCORE_OF_URL, 'review-url');
      for (const claim of sharingPages(this.#claimsOfPage, links)) best.know(claim, SCORE_OF_URL, 'url');
    }
    for (const [document, similarity] of this.#copies.of(text))
      best.know(this.#documents.claim[document]!, scoreOfNearDuplicate(similarity), 'near-duplicate');
    const compared = comparedText(textTerms(text, this.#documents.codes), this.#documents);
    const documents = this.#index.candidates(compared, COMPARED + top);
    for (let i = 0; i < documents.length; i++) {
      const score = scoreOf(this.#resemblance.measure(compared, documents[i]!), compared.information);
      best.add(this.#documents.claim[documents[i]!]!, score);
    }
    this.#documents.codes.forget();
    return best.found().map(({ claim, score, method }) => ({ claimId: this.#ids[claim]!, score, method }));
  }

  /** Where in the text the words, or the link, are that it was found by. */
  overlap(text: string, claimId: string): TextSpan[] {
    const claim = this.#claims.get(claimId);
    return claim === undefined ? [] : this.#passages.of(text, claim.documents, claim.pages);
  }
}

/** Claims by the pages that lead to them. */
type PageClaims = Map<string, number[]>;

/** A page that is named as both says of no text which of them it leads to: it counts as one where the claim was told. */
function pagesOf({ appearances, reviews }: Claim): { told: Set<string>; reviewed: Set<string> } {
  const told = knownPages(appearances);
  const reviewed = knownPages(reviews.flatMap(({ url }) => url ?? []));
  return { told, reviewed: new Set([...reviewed].filter((page) => !told.has(page))) };
}

function knownPages(links: readonly string[]): Set<string> {
  return new Set(links.map(pageOf).filter((page) => page !== null));
}

function addPages(known: PageClaims, pages: ReadonlySet<string>, claim: number): void {
  for (const page of pages) {
    const claims = known.get(page);
    if (claims === undefined) known.set(page, [claim]);
    else claims.push(claim);
  }
}

function sharingPages(known: PageClaims, pages: readonly string[]): number[] {
  return known.size === 0 ? [] : pages.flatMap((page) => known.get(page) ?? []);
}

/** In the order of the documents. */
function* documentTexts(claims: readonly Claim[]): Generator<string> {
  for (const { texts, body } of claims) {
    yield* texts;
    if (body !== null) yield body;
  }
}

/** By code unit: the same in every locale. */
function compareIds(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

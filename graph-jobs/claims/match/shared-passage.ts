import type { TextSpan } from '#domain/claim-match.js';
import { MOST_TEXT } from '#domain/mention-columns.js';
import { standardWords } from '../../text/word-tokens.js';
import type { ClaimDocuments } from './claim-documents.js';
import { linkWords, pageOf } from './links.js';
import { startOf } from './packed-terms.js';

/** A link, a hashtag, or a word. */
const TOKEN = /https?:\/\/[!-~…]+|#?[\p{L}\p{N}\p{M}_]+/giu;
const CLOSING = /[)\]}>.,;:!?'"…]+$/;
/** As in best-passage.ts: a passage is a little longer than twice the claim. */
const PASSAGE_MORE = 10;

interface PlacedWord extends TextSpan {
  /** Roots of what it says: several where it is a hashtag, a link or short for several words. */
  readonly roots: readonly number[];
}

/** Where in a text the words are that it shares with a claim: what a person is shown of a candidate. */
export class SharedPassage {
  readonly #documents: ClaimDocuments;

  constructor(documents: ClaimDocuments) {
    this.#documents = documents;
  }

  /**
   * The runs of shared words in the passage of the text where they weigh most, ascending; `documents` are those of one claim.
   * Words that say little by themselves count only beside others. A link to one of `pages` is shown alone.
   */
  of(text: string, documents: readonly number[], pages: ReadonlySet<string>): TextSpan[] {
    const beginning = text.slice(0, MOST_TEXT);
    const words = Array.from(beginning.matchAll(TOKEN), (found) => this.#place(found[0], found.index));
    const links = words.filter(({ start, end }) => pages.has(pageOf(beginning.slice(start, end)) ?? ''));
    if (links.length > 0) return links.map(({ start, end }) => ({ start, end }));
    let best: { weight: number; spans: TextSpan[] } = { weight: 0, spans: [] };
    for (const document of documents) {
      const found = this.#passage(words, document);
      if (found.weight > best.weight) best = found;
    }
    return best.spans;
  }

  #place(token: string, start: number): PlacedWord {
    const isLink = /^https?:/i.test(token);
    const kept = isLink ? token.replace(CLOSING, '') : token;
    const words = isLink ? linkWords(kept) : standardWords(kept);
    const roots = words.map((word) => this.#documents.codes.of(word).root);
    return { start, end: start + kept.length, roots };
  }

  #passage(words: readonly PlacedWord[], document: number): { weight: number; spans: TextSpan[] } {
    const { roots, rootWeights, codes, sequenceEnds } = this.#documents;
    const asked = new Set(roots.codes.subarray(startOf(roots.ends, document), roots.ends[document]!));
    const length = 2 * (sequenceEnds[document]! - startOf(sequenceEnds, document)) + PASSAGE_MORE;
    const shared = words.map((word) => word.roots.filter((root) => asked.has(root)));
    const telling = shared.map((own) => own.filter((root) => !codes.stopRoots.has(root)));
    const { from, weight } = heaviestWindow(telling, length, (root) => rootWeights.of(root));
    const spans: TextSpan[] = [];
    const end = Math.min(words.length, from + length);
    for (let first = from; first < end; first++) {
      let last = first;
      while (last < end && shared[last]!.length > 0) last += 1;
      const run = trimmed(first, last, telling);
      if (run !== null) spans.push({ start: words[run.first]!.start, end: words[run.last]!.end });
      first = last;
    }
    return { weight, spans };
  }
}

/** The window with the largest sum of weights of different roots; the first of equals. */
function heaviestWindow(
  words: readonly (readonly number[])[],
  length: number,
  weightOf: (root: number) => number,
): { from: number; weight: number } {
  const inside = new Map<number, number>();
  let best = { from: 0, weight: 0 };
  let now = 0;
  for (let i = 0; i < words.length; i++) {
    for (const root of words[i]!) {
      const times = inside.get(root) ?? 0;
      if (times === 0) now += weightOf(root);
      inside.set(root, times + 1);
    }
    for (const root of words[i - length] ?? []) {
      const times = inside.get(root)!;
      if (times === 1) now -= weightOf(root);
      inside.set(root, times - 1);
    }
    if (now > best.weight) best = { from: Math.max(0, i - length + 1), weight: now };
  }
  return best;
}

/** A run of words without those at its ends that say little; null where it has no other. */
function trimmed(
  from: number,
  end: number,
  telling: readonly (readonly number[])[],
): { first: number; last: number } | null {
  let first = from;
  let last = end - 1;
  while (first <= last && telling[first]!.length === 0) first += 1;
  while (last >= first && telling[last]!.length === 0) last -= 1;
  return first > last ? null : { first, last };
}

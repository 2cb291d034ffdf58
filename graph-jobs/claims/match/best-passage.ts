import type { ClaimDocuments } from './claim-documents.js';
import { startOf } from './packed-terms.js';
import type { TextTerms } from './text-terms.js';

/** A passage is a little longer than twice the shorter text, for words in between. */
const PASSAGE_MORE = 10;

let inPassage = new Uint32Array(1 << 12);

/**
 * The largest sum of weights that the words of the shorter text have in one passage of the longer: a long article has any word
 * somewhere, but the claim's words together only where it tells the claim.
 */
export function bestPassage(
  text: TextTerms,
  documents: ClaimDocuments,
  document: number,
  textIsShorter: boolean,
): number {
  const { sequence: all, sequenceEnds, rootWeights } = documents;
  const own = all.subarray(startOf(sequenceEnds, document), sequenceEnds[document]!);
  const shorter = textIsShorter ? text.sequence : own;
  const longer = textIsShorter ? own : text.sequence;
  const asked = new Set(shorter);
  const passageLength = 2 * shorter.length + PASSAGE_MORE;
  let now = 0;
  let passage = 0;
  for (let i = 0; i < longer.length; i++) {
    const root = longer[i]!;
    if (asked.has(root) && countIn(root, 1) === 1) now += rootWeights.of(root);
    const left = i >= passageLength ? longer[i - passageLength]! : -1;
    if (left >= 0 && asked.has(left) && countIn(left, -1) === 0) now -= rootWeights.of(left);
    if (now > passage) passage = now;
  }
  for (const root of asked) if (root < inPassage.length) inPassage[root] = 0;
  return passage;
}

function countIn(root: number, more: number): number {
  if (root >= inPassage.length) {
    const larger = new Uint32Array(2 ** Math.ceil(Math.log2(root + 1)));
    larger.set(inPassage);
    inPassage = larger;
  }
  inPassage[root]! += more;
  return inPassage[root]!;
}

import fc from 'fast-check';
import { DEFAULT_TEXT_PARAMETERS, LEAST_SHINGLES, LEAST_WORDS } from '../../detect/near-duplicates/text-parameters.js';
import { NearDuplicateClaims } from './near-duplicate-claims.js';

const word = fc.nat(9).map((n) => `kata${n}`);
const sentence = fc.array(word, { maxLength: 14 });

/** The definition of docs/methods/co-text.md. */
function similarity(one: readonly string[], other: readonly string[]): number | null {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (new Set(one).size < LEAST_WORDS) return null;
  const shared = Array.from(a).filter((pair) => b.has(pair)).length;
  const isSame = shared === a.size && shared === b.size && new Set(one).size === new Set(other).size;
  const jaccard = shared / (a.size + b.size - shared);
  if (isSame) return jaccard;
  const isLong = a.size >= LEAST_SHINGLES && b.size >= LEAST_SHINGLES;
  return isLong && jaccard >= DEFAULT_TEXT_PARAMETERS.similarity ? jaccard : null;
}

function pairsOf(words: readonly string[]): Set<string> {
  return new Set(words.slice(1).map((next, i) => `${words[i]} ${next}`));
}

test('equals the definition of CO_TEXT, every pair compared', () => {
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 6 }), sentence, fc.nat(20), (claims, base, cut) => {
      const texts = [...claims, base, base.filter((_, i) => i !== cut)];
      const index = new NearDuplicateClaims(texts.map((words) => words.join(' ')));
      for (const text of texts) {
        const found = index.of(text.join(' '));
        const expected = texts.map((other) => similarity(text, other));
        expect(texts.map((_, i) => found.get(i) ?? null)).toEqual(expected);
      }
    }),
    { numRuns: 500 },
  );
});

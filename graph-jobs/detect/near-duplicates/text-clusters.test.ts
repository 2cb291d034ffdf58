import fc from 'fast-check';
import { NO_ROW } from '#domain/mention-columns.js';
import { DistinctTexts } from './distinct-texts.js';
import { type TextPosts, textClusters } from './text-clusters.js';
import { DEFAULT_TEXT_PARAMETERS, LEAST_SHINGLES, LEAST_WORDS, type TextParameters } from './text-parameters.js';

interface Post {
  readonly words: readonly string[];
  readonly second: number;
}

/** A few texts, and each of them with some words changed, left out or added: near-duplicates by chance and by design. */
const word = fc.nat(11).map((n) => `kata${n}`);
const bases = fc.array(fc.array(word, { minLength: 2, maxLength: 16 }), { minLength: 1, maxLength: 3 });
const edit = fc.record({ at: fc.nat(15), kind: fc.constantFrom('change', 'drop', 'add'), word });
const posts: fc.Arbitrary<Post[]> = bases.chain((texts) =>
  fc.array(
    fc
      .record({ base: fc.constantFrom(...texts), edits: fc.array(edit, { maxLength: 3 }), second: fc.nat(12) })
      .map(({ base, edits, second }) => {
        const words = [...base];
        for (const { at, kind, word: other } of edits) {
          if (kind === 'drop' && words.length > 1) words.splice(at % words.length, 1);
          else words.splice(at % words.length, kind === 'change' ? 1 : 0, other);
        }
        return { words, second };
      }),
    { maxLength: 25 },
  ),
);
const parameters: fc.Arbitrary<TextParameters> = fc.record({
  similarity: fc.constantFrom(0.55, 0.6, 0.7, 0.75, 0.8, 0.9, 1),
  windowMs: fc.constantFrom(0, 1000, 3000, 60_000),
});

function columnsOf(of: readonly Post[]) {
  const texts = new DistinctTexts();
  const text = Uint32Array.from(of, ({ words }) => texts.codeOf(words.join(' ')));
  const columns: TextPosts = { length: of.length, text, time: Float64Array.from(of, ({ second }) => second * 1000) };
  return { texts, columns };
}

/** `text@second` of the source of every post, null where its text is no object. */
function found(of: readonly Post[], with_: TextParameters): (string | null)[] {
  const { texts, columns } = columnsOf(of);
  const { cluster, source } = textClusters(texts, columns, with_);
  return Array.from(cluster, (one) => (one === NO_ROW ? null : nameOf(of[source[one]!]!)));
}

const nameOf = ({ words, second }: Post) => `${words.join(' ')}@${second}`;

/** The definition of docs/methods/co-text.md, every pair of texts compared. */
function byDefinition(of: readonly Post[], { similarity, windowMs }: TextParameters): (string | null)[] {
  const { texts, columns } = columnsOf(of);
  // Posts without a text that counts are in no cluster; among the others they would make the order none.
  const order = Array.from(of.keys())
    .filter((post) => columns.text[post] !== NO_ROW)
    .sort((a, b) => of[a]!.second - of[b]!.second || texts.compare(columns.text[a]!, columns.text[b]!));
  const clusters: { readonly source: Post; readonly texts: Set<string>; last: number }[] = [];
  const result: (string | null)[] = of.map(() => null);
  for (const i of order) {
    const post = of[i]!;
    if (new Set(post.words).size < LEAST_WORDS) continue;
    const now = post.second * 1000;
    const text = post.words.join(' ');
    const going = clusters.filter(({ last }) => now - last <= windowMs);
    const alike = going
      .map((cluster) => ({ cluster, jaccard: jaccardOf(post.words, cluster.source.words) }))
      .filter(({ jaccard }) => jaccard >= similarity)
      .sort((a, b) => b.jaccard - a.jaccard);
    const known = going.findLast((one) => one.texts.has(text)) ?? alike[0]?.cluster;
    const cluster = known ?? { source: post, texts: new Set<string>(), last: now };
    if (known === undefined) clusters.push(cluster);
    cluster.texts.add(text);
    cluster.last = now;
    result[i] = nameOf(cluster.source);
  }
  return result;
}

function jaccardOf(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size < LEAST_SHINGLES || b.size < LEAST_SHINGLES) return 0;
  const shared = Array.from(a).filter((pair) => b.has(pair)).length;
  return shared / (a.size + b.size - shared);
}

function pairsOf(words: readonly string[]): Set<string> {
  return new Set(words.slice(1).map((next, i) => `${words[i]} ${next}`));
}

test('equals the definition on small data with ties, duplicates and every window', () => {
  fc.assert(
    fc.property(posts, parameters, (of, with_) => {
      expect(found(of, with_)).toEqual(byDefinition(of, with_));
    }),
    { numRuns: 2000 },
  );
});

test('the order of the posts changes nothing', () => {
  const shuffled = posts.chain((of) => fc.tuple(fc.constant(of), fc.shuffledSubarray(of, { minLength: of.length })));
  fc.assert(
    fc.property(shuffled, parameters, ([of, other], with_) => {
      const sources = new Map(other.map((post, i) => [post, found(other, with_)[i]]));
      expect(found(of, with_)).toEqual(of.map((post) => sources.get(post)));
    }),
  );
});

test('a chain of small changes does not draw unlike texts together', () => {
  const words = Array.from({ length: 20 }, (_, i) => `kata${i}`);
  const chain = Array.from({ length: 21 }, (_, step) => ({
    words: words.map((one, i) => (i < step ? `lain${i}` : one)),
    second: step,
  }));
  const sources = found(chain, DEFAULT_TEXT_PARAMETERS);
  chain.forEach(({ words: own }, i) => {
    expect(jaccardOf(own, sources[i]!.split('@')[0]!.split(' '))).toBeGreaterThanOrEqual(
      DEFAULT_TEXT_PARAMETERS.similarity,
    );
  });
  expect(new Set(sources).size).toBeGreaterThan(2);
});

test('a text that many post is one cluster as long as no pause is longer than the window', () => {
  const words = 'banjir di kota ini sudah surut sejak pagi tadi kata warga'.split(' ');
  const at = (second: number) => ({ words, second });
  const with_ = { similarity: 0.7, windowMs: 60_000 };
  const sources = found([0, 60, 120, 181, 182].map(at), with_).map((name) => name!.split('@')[1]);
  expect(sources).toEqual(['0', '0', '0', '181', '181']);
});

test('a listener can stop it', () => {
  const { texts, columns } = columnsOf([{ words: ['satu', 'dua', 'tiga', 'empat'], second: 0 }]);
  const stop = () => {
    throw new Error('stopped');
  };
  expect(() => textClusters(texts, columns, DEFAULT_TEXT_PARAMETERS, stop)).toThrow('stopped');
});

import { NO_ROW } from '#domain/mention-columns.js';
import { orderByTime } from '#domain/order-by-time.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { DistinctTexts } from './distinct-texts.js';
import { SourceIndex } from './source-index.js';
import type { TextParameters } from './text-parameters.js';

/** Posts in any order; `text` holds codes of DistinctTexts, NO_ROW for a post without a text that counts. */
export interface TextPosts {
  readonly length: number;
  readonly text: Uint32Array;
  readonly time: Float64Array;
  /** Which of two posts that say the same at the same time is the source; the first of them where nothing is said. */
  readonly compare?: (one: number, other: number) => number;
}

export interface TextClusters {
  /** The cluster of each post, NO_ROW where its text is none. */
  readonly cluster: Uint32Array;
  /** The post that began each cluster. */
  readonly source: Uint32Array;
}

const SLICE = 1 << 12;
const WORK_SLICE = 1 << 22;

/**
 * Clusters of near-duplicate texts as docs/methods/co-text.md defines them: posts are taken in the order of time (of one
 * time, in that of their texts' content); each joins the cluster that its text is in while that one goes on, else that of
 * the most similar source, else it is the source of a new one. Nothing is a copy of a copy. Throw from `onProgress` to stop.
 */
export function textClusters(
  texts: DistinctTexts,
  posts: TextPosts,
  { similarity, windowMs }: TextParameters,
  onProgress: ProgressListener = () => undefined,
): TextClusters {
  const index = new SourceIndex(texts.shingles(), similarity);
  const order = inOrder(texts, posts);
  const cluster = new Uint32Array(posts.length).fill(NO_ROW);
  const clusterOfText = new Uint32Array(texts.length).fill(NO_ROW);
  const clusterOfSource = new Uint32Array(texts.length).fill(NO_ROW);
  const lastSeen: number[] = [];
  const source: number[] = [];
  let now = 0;
  const goesOn = (one: number) => one !== NO_ROW && now - lastSeen[one]! <= windowMs;
  const rank = (text: number) => (goesOn(clusterOfSource[text]!) ? clusterOfSource[text]! : NO_ROW);
  let told = 0;
  for (let i = 0; i < posts.length; i++) {
    if (i % SLICE === 0 || index.read - told > WORK_SLICE) {
      told = index.read;
      onProgress(i, posts.length);
    }
    const post = order[i]!;
    const text = posts.text[post]!;
    if (text === NO_ROW) continue;
    now = posts.time[post]!;
    let joined = clusterOfText[text]!;
    if (!goesOn(joined)) {
      const copied = index.mostSimilar(text, rank);
      joined = copied === NO_ROW ? source.push(post) - 1 : clusterOfSource[copied]!;
      clusterOfText[text] = joined;
      if (copied === NO_ROW) {
        if (clusterOfSource[text] === NO_ROW) index.add(text);
        clusterOfSource[text] = joined;
      }
    }
    lastSeen[joined] = now;
    cluster[post] = joined;
  }
  return { cluster, source: Uint32Array.from(source) };
}

/** The posts by (time, content of the text), then as `compare` says. */
function inOrder(texts: DistinctTexts, { length, text, time, compare = () => 0 }: TextPosts): Uint32Array {
  const order = orderByTime(time) ?? Uint32Array.from({ length }, (_, post) => post);
  let start = 0;
  for (let i = 1; i <= length; i++) {
    if (i < length && time[order[i]!] === time[order[start]!]) continue;
    if (i - start > 1) {
      order.subarray(start, i).sort((a, b) => byContent(texts, text[a]!, text[b]!) || compare(a, b) || a - b);
    }
    start = i;
  }
  return order;
}

function byContent(texts: DistinctTexts, one: number, other: number): number {
  if (one === other) return 0;
  if (one === NO_ROW || other === NO_ROW) return one === NO_ROW ? -1 : 1;
  return texts.compare(one, other);
}

import type { ObservedMention } from '#graph-jobs/emerging/observed-mention.js';
import { Random } from '#simulator/random.js';

/** The same mentions with their times dealt out anew: each hour stays as full, and no object has a time of its own. */
export function shuffledTimes(mentions: readonly ObservedMention[], seed: number): ObservedMention[] {
  const random = new Random(seed, 'shuffled times');
  const times = Float64Array.from(mentions, ({ publishedAt }) => publishedAt);
  for (let i = times.length - 1; i > 0; i--) {
    const other = random.below(i + 1);
    const kept = times[i]!;
    times[i] = times[other]!;
    times[other] = kept;
  }
  return mentions.map((mention, i) => ({ ...mention, publishedAt: times[i]! }));
}

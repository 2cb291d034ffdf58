import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Post {
  readonly id: string;
  readonly account: string;
  /** Unix seconds. */
  readonly at: number;
  readonly repostOf: string;
  readonly replyTo: string;
  readonly links: readonly string[];
}

const ACCOUNTS = 300;
const OBJECTS = 120;
const START = 1_700_000_000;
/** So short that many posts come in the same second, and many exactly a window apart. */
const SPAN = 9000;

/** Posts of every kind, some with several links, by accounts that all come back. The same seed gives the same posts. */
export function simulatedPosts(count: number, seed: number): readonly Post[] {
  const random = xoroshiro128plus(seed);
  const below = (most: number) => uniformInt(random, 0, most - 1);
  return Array.from({ length: count }, (_, i): Post => {
    const kind = below(3);
    const links = Array.from(
      { length: kind === 1 ? below(2) : below(4) },
      () => `https://warta.example/${below(OBJECTS)}`,
    );
    return {
      id: `p${i}`,
      account: `a${below(ACCOUNTS)}`,
      at: START + below(SPAN),
      repostOf: kind === 0 ? `r${below(OBJECTS)}` : '',
      replyTo: kind === 1 ? `q${below(OBJECTS)}` : '',
      // The peer reads a post without links as one that shares the address '': every post has one that nobody else has.
      links: [`https://warta.example/own/${i}`, ...new Set(links)],
    };
  });
}

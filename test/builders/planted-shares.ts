import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const START = 1_700_000_000;
const DAY = 86_400;

export interface Share {
  readonly object: string;
  readonly account: string;
  readonly content: string;
  /** Unix seconds. */
  readonly time: number;
}

/** 6,000 shares of 400 things by 800 accounts over ten days, and a group of six that shares seven things within 30 s each. */
export function plantedShares(seed: number): Share[] {
  const random = xoroshiro128plus(seed);
  const below = (end: number) => uniformInt(random, 0, end - 1);
  const organic = Array.from({ length: 6000 }, () => ({
    object: `o${Math.floor(below(400) * (below(100) / 100))}`,
    account: `a${Math.floor(below(800) * (below(100) / 100))}`,
    time: START + below(10 * DAY),
  }));
  const planted = Array.from({ length: 7 }, (_, wave) => {
    const [object, at] = [`o${below(400)}`, START + wave * DAY + below(DAY)];
    return Array.from({ length: 6 }, (__, member) => ({ object, account: `g${member}`, time: at + below(30) }));
  }).flat();
  return [...organic, ...planted].map((share, i) => ({ ...share, content: `p${i}` }));
}

/** As the files of CooRTweet have them. */
export function sharesCsv(shares: readonly Share[]): string {
  const lines = shares.map(({ object, account, content, time }) => `${object},${account},${content},${time}`);
  return `object_id,account_id,content_id,timestamp_share\n${lines.join('\n')}\n`;
}

import { HOUR } from '#graph-jobs/emerging/burst-parameters.js';
import type { EmergingParameters } from '#simulator/parameters.js';
import { observed } from './false-alarms.js';
import { FIRST_DAY, firstOffers } from './planted-issues.js';
import { type Attention, play, scenario } from './scenario-mentions.js';

const FADE_HOURS = 8;
const SURGE_FADE_HOURS = 3;

export interface Surge {
  /** Mentions of the hashtag on every day before, and on the day of the surge besides. */
  readonly daily: number;
  readonly surge: number;
  /** Hours from the first mention of the surge to the look that offers it; null where none does within two days. */
  readonly delay: number | null;
  /** It was offered in the days before, without a surge. */
  readonly before: boolean;
}

/** Hashtags that are used every day and then surge, one for each use and size. */
export function surgingHashtags(
  seed: number,
  attention: Attention,
  uses: readonly number[],
  sizes: readonly number[],
): Surge[] {
  const plans = uses.flatMap((daily) => sizes.map((surge) => ({ daily, surge, name: `harian${daily}x${surge}` })));
  const emerging = plans.flatMap(({ daily, surge, name }, i): EmergingParameters[] => {
    const common = { name, carries: ['HASHTAG'] as const };
    const days = Array.from({ length: FIRST_DAY + 5 }, (_, day) => ({
      ...{ ...common, accounts: daily, fadeHours: FADE_HOURS, atDay: day + 0.3 },
    }));
    const atDay = FIRST_DAY + 2 + ((i * 5 + seed * 7) % 13) / 10;
    return [...days, { ...common, accounts: surge, fadeHours: SURGE_FADE_HOURS, atDay }];
  });
  const { mentions, truth } = play(scenario(seed, attention, emerging));
  const offers = firstOffers(observed(mentions), Date.parse(truth.parameters.startAt) + FIRST_DAY * 24 * HOUR);
  return plans.map(({ daily, surge, name }) => {
    const own = truth.emerging.findLast((one) => one.name === name)!;
    const began = Date.parse(own.startedAt);
    const at = offers.get(`HASHTAG ${own.hashtag}`);
    const hours = at === undefined ? null : (at - began) / HOUR;
    return {
      daily,
      surge,
      delay: hours !== null && hours >= 0 && hours <= 48 ? hours : null,
      before: hours !== null && hours < 0,
    };
  });
}

import type { ObservedMention } from '#graph-jobs/emerging/observed-mention.js';
import { DEFAULT_SCENARIO } from '#simulator/default-parameters.js';
import type { EmergingParameters, ScenarioParameters } from '#simulator/parameters.js';
import { Scenario } from '#simulator/scenario.js';
import type { ScenarioTruth } from '#simulator/truth.js';

export const DAYS = 35;
const MENTIONS_A_DAY = 2500;

/** A month of the demonstration's city with nothing planted but what is asked for: no group, no hoax. */
export function scenario(
  seed: number,
  attention: Attention,
  emerging: readonly EmergingParameters[] = [],
): ScenarioParameters {
  const { hoax, news } = DEFAULT_SCENARIO;
  return {
    ...DEFAULT_SCENARIO,
    ...{ seed, days: DAYS, mentions: MENTIONS_A_DAY * DAYS, groups: [], emerging, attention: ATTENTION[attention] },
    hoax: { ...hoax, roots: 0, clarifications: 0 },
    news: { ...news, stories: 2 * DAYS },
  };
}

export type Attention = 'even' | 'events';
/** Even: people care as much on each day. Events: on four days all speak two to nine times as much of the same things. */
const ATTENTION: Readonly<Record<Attention, ScenarioParameters['attention']>> = {
  even: { baseline: 1, events: [] },
  events: {
    baseline: 0.12,
    events: [6.7, 15.3, 24.6, 30.5].map((atDay, i) => ({ atDay, height: 1 - i / 5, fadeDays: 1.1 })),
  },
};

export interface PlayedScenario {
  readonly mentions: readonly ObservedMention[];
  readonly truth: ScenarioTruth;
}

export function play(parameters: ScenarioParameters): PlayedScenario {
  const running = new Scenario(parameters);
  const mentions: ObservedMention[] = [];
  for (const line of running.records()) {
    if (line.type !== 'mention') continue;
    const { id, platform, kind, stream, text, urls = [], hashtags = [] } = line;
    const accountId = `${platform}:${line.account.id}`;
    const publishedAt = Date.parse(line.publishedAt);
    mentions.push({ id, platform, accountId, publishedAt, kind, stream, text, urls, hashtags });
  }
  return { mentions, truth: running.truth() };
}

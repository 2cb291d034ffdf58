import { MINUTE } from './clock.js';
import type { Author, ScenarioRecord } from './record.js';
import { byName, type Stage } from './stage.js';
import { HASHTAGS, sentence } from './texts.js';
import type { AccountTruth } from './truth.js';

const NAMES = ['Harian', 'Kabar', 'Warta', 'Suara', 'Lensa', 'Kilas', 'Berita', 'Media'];
const PLACES = ['Fiktif', 'Khayal', 'Bayang', 'Maya', 'Senja', 'Pelangi'];
const DELAY_SPREAD = 0.8;

export interface Story {
  readonly url: string;
  readonly at: number;
}

/** News outlets: a story appears on one site, and others carry the same link within minutes. */
export class NewsDesk {
  readonly outlets: readonly Author[];
  readonly stories: readonly Story[];
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
    const { outlets, stories } = stage.parameters.news;
    const random = stage.random('news desk');
    this.outlets = Array.from({ length: outlets }, (_, i) => {
      const name = `${NAMES[i % NAMES.length]} ${PLACES[i % PLACES.length]}`;
      const round = i >= NAMES.length * 3 ? ` ${i}` : '';
      const followers = Math.floor(random.pareto(20_000, 1.1, 3_000_000));
      return stage.cast('news', followers, null, {
        handle: `${name}${round}`.toLowerCase().replaceAll(' ', ''),
        displayName: `${name}${round}`,
        newsOutlet: true,
      });
    });
    this.stories = [...stage.clock.moments(stories, random)].map((at, i) => ({
      url: `https://berita.example/kota-fiktif/${String(i + 1).padStart(4, '0')}`,
      at,
    }));
  }

  /** The story that is new at this time; null before the first. */
  latest(time: number): Story | null {
    return this.stories.findLast(({ at }) => at <= time) ?? null;
  }

  truth(): { outlets: AccountTruth[]; stories: string[] } {
    return {
      outlets: this.outlets.map(({ platform, account }) => ({ platform, id: account.id, handle: account.handle })),
      stories: this.stories.map(({ url }) => url),
    };
  }

  *write(): Generator<ScenarioRecord> {
    const { outletsPerStory, delayMedianMinutes } = this.#stage.parameters.news;
    const random = this.#stage.random('news');
    const delay = random.logNormal(delayMedianMinutes * MINUTE, DELAY_SPREAD);
    for (const { platform, account } of this.outlets) yield { type: 'account', platform, ...account };
    for (const story of this.stories) {
      const headline = sentence('news', random);
      const first = random.below(this.outlets.length);
      for (let i = 0; i < Math.min(outletsPerStory, this.outlets.length); i += 1) {
        const at = story.at + (i === 0 ? 0 : delay());
        if (at >= this.#stage.clock.quiet) continue;
        const outlet = byName(this.outlets[(first + i) % this.outlets.length]!);
        const content = { text: headline, urls: [story.url], hashtags: [HASHTAGS[0]!.toLowerCase()] };
        yield this.#stage.press.publish(outlet, at, content, { stream: 'NEWS' }).line;
      }
    }
  }
}

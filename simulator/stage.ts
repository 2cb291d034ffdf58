import { Clock } from './clock.js';
import type { PlatformParameters, ScenarioParameters } from './parameters.js';
import { Population } from './population.js';
import { Random } from './random.js';
import { type Author, Press } from './record.js';

const FIRST_CAST_ID = 9_000_000_000;

/** What the sections of one scenario share: the time line, the people, and the one counter of mention ids. */
export class Stage {
  readonly parameters: ScenarioParameters;
  readonly clock: Clock;
  readonly population: Population;
  readonly press = new Press();
  #cast = 0;

  constructor(parameters: ScenarioParameters) {
    this.parameters = parameters;
    this.clock = new Clock(parameters);
    this.population = new Population(parameters, this.random('population'));
  }

  random(section: string): Random {
    return new Random(this.parameters.seed, section);
  }

  platform(name: string): PlatformParameters {
    return this.parameters.platforms.find((platform) => platform.name === name) ?? this.parameters.platforms[0]!;
  }

  /** An account that plays a part: an outlet, an agency's account, a member of a planted group. */
  cast(platform: string, followers: number, region: string | null, fields: Omit<Author['account'], 'id'>): Author {
    this.#cast += 1;
    return {
      platform,
      followers,
      region,
      account: { id: String(FIRST_CAST_ID + this.#cast * 13), followers, ...fields },
    };
  }
}

/** The author as later lines name it: by id and handle. */
export function byName(author: Author): Author {
  return { ...author, account: { id: author.account.id, handle: author.account.handle } };
}

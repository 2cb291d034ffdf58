import { DAY } from './clock.js';
import type { PlatformParameters, ScenarioParameters } from './parameters.js';
import type { Random } from './random.js';
import type { Author } from './record.js';

const FIRST_ID = 100_000_000;
const ID_STEP = 7;
const OLDEST_ACCOUNT_DAYS = 12 * 365;
/** Rivals out of which the most followed is taken as root of a large cascade: one more for each doubling of its size. */
const RIVALS_PER_DOUBLING = 2;
const AUDIENCE_SKEW = 1.5;
/** Draws for somebody new: in a cascade larger than its audience some come back. */
const TRIES = 6;

/** The organic accounts as columns, so that millions of them fit in memory. Each platform has one block of them. */
export class Population {
  readonly #parameters: ScenarioParameters;
  readonly #followers: Float64Array;
  readonly #region: Uint8Array;
  readonly #ageDays: Uint16Array;
  readonly #introduced: Uint8Array;
  readonly #blocks: readonly {
    readonly platform: PlatformParameters;
    readonly first: number;
    readonly count: number;
  }[];
  readonly #born: number;

  constructor(parameters: ScenarioParameters, random: Random) {
    const { accounts, followers, regions } = parameters;
    this.#parameters = parameters;
    this.#blocks = blocksOf(parameters);
    this.#followers = new Float64Array(accounts);
    this.#region = new Uint8Array(accounts);
    this.#ageDays = new Uint16Array(accounts);
    this.#introduced = new Uint8Array(accounts);
    this.#born = Date.parse(parameters.startAt);
    const places = regions.map((_, i) => i);
    for (let i = 0; i < accounts; i += 1) {
      this.#followers[i] = Math.floor(random.pareto(followers.smallest, followers.exponent, followers.largest));
      this.#region[i] = random.weighted(places, (place) => regions[place]![1]);
      this.#ageDays[i] = Math.floor(OLDEST_ACCOUNT_DAYS * Math.sqrt(random.next())) + 1;
    }
  }

  /** A platform by its share of the accounts. */
  platform(random: Random): PlatformParameters {
    return random.weighted(this.#blocks, ({ count }) => count).platform;
  }

  /** Somebody of the platform of `near`, rather of the same audience, and rather not one of `known`; few speak often. */
  somebody(near: Author, known: ReadonlySet<string>, random: Random): Author {
    const { homophily } = this.#parameters.audiences;
    let drawn = 0;
    for (let i = 0; i < TRIES && (i === 0 || known.has(accountId(drawn))); i += 1) {
      const audience = near.audience !== undefined && random.chance(homophily) ? near.audience : undefined;
      drawn = this.#draw(near.platform, random, audience);
    }
    return this.#author(drawn);
  }

  /** Somebody whom many follow, the more so the larger `size` is. */
  rootFor(platform: string, size: number, random: Random): Author {
    let best = this.#draw(platform, random);
    for (let rivals = RIVALS_PER_DOUBLING * Math.log2(size); rivals >= 1; rivals -= 1) {
      const rival = this.#draw(platform, random);
      if (this.#followers[rival]! > this.#followers[best]!) best = rival;
    }
    return this.#author(best);
  }

  /** Audiences lie interleaved in the block of their platform: account `first + audience + n * count of audiences`. */
  #draw(platform: string, random: Random, audience = this.#audience(random)): number {
    const block = this.#blocks.find((one) => one.platform.name === platform) ?? this.#blocks[0]!;
    const { perPlatform } = this.#parameters.audiences;
    const size = Math.ceil((block.count - audience) / perPlatform);
    const rank = Math.floor(size * random.next() ** this.#parameters.activitySkew);
    return block.first + audience + rank * perPlatform;
  }

  /** The first audience is the busiest. */
  #audience(random: Random): number {
    return Math.floor(this.#parameters.audiences.perPlatform * random.next() ** AUDIENCE_SKEW);
  }

  /** The author of an account; at its first use with all that is known of it, later by id and handle alone. */
  #author(i: number): Author {
    const block = this.#blocks.findLast(({ first }) => first <= i)!;
    const id = accountId(i);
    const handle = `warga_${((i * 2_654_435_761) % 2 ** 32).toString(36)}`;
    const followers = this.#followers[i]!;
    const known = this.#introduced[i] === 1;
    this.#introduced[i] = 1;
    const createdAt = new Date(this.#born - this.#ageDays[i]! * DAY).toISOString();
    return {
      platform: block.platform.name,
      account: known ? { id, handle } : { id, handle, displayName: `Warga ${i + 1}`, followers, createdAt },
      followers,
      region: this.#parameters.regions[this.#region[i]!]![0],
      audience: (i - block.first) % this.#parameters.audiences.perPlatform,
    };
  }
}

function accountId(index: number): string {
  return String(FIRST_ID + index * ID_STEP);
}

function blocksOf({ platforms, accounts }: ScenarioParameters) {
  const total = platforms.reduce((sum, { share }) => sum + share, 0);
  let share = 0;
  return platforms.map((platform) => {
    const first = Math.round((accounts * share) / total);
    share += platform.share;
    return { platform, first, count: Math.max(1, Math.round((accounts * share) / total) - first) };
  });
}

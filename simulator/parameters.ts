import type { AccountLayer } from '#domain/account.js';
import type { Behaviour } from '#domain/action.js';

/** Everything that decides a scenario: the same parameters give the same bytes. docs/simulator.md explains each one. */
export interface ScenarioParameters {
  readonly seed: number;
  /** ISO 8601 with offset; whole hours in Indonesia are whole hours in UTC. */
  readonly startAt: string;
  readonly days: number;
  /** Organic mentions to aim at; what is planted comes on top. */
  readonly mentions: number;
  /** Organic accounts to draw from; not all of them come to speak. */
  readonly accounts: number;
  /** Minutes before the end in which only agencies publish (the daily recap). */
  readonly quietMinutes: number;
  readonly platforms: readonly PlatformParameters[];
  readonly followers: FollowerParameters;
  /** 1 draws all accounts alike; larger lets few accounts speak often. */
  readonly activitySkew: number;
  readonly audiences: AudienceParameters;
  /** Share of organic originals about something else: they match no issue query. */
  readonly offTopicShare: number;
  /** Share of organic originals that pass on the link of the latest news story. */
  readonly linkShare: number;
  readonly mediaShare: number;
  readonly cascades: CascadeParameters;
  /** Activity by hour of the day in WIB, 24 numbers, 1 at the busiest hour. */
  readonly dailyRhythm: readonly number[];
  readonly attention: AttentionParameters;
  /** Kemendagri code and weight; `null` stands for an account that tells no region. */
  readonly regions: readonly (readonly [code: string | null, weight: number])[];
  readonly groups: readonly GroupParameters[];
  readonly hoax: HoaxParameters;
  readonly news: NewsParameters;
  readonly agencies: readonly AgencyParameters[];
  /** Other things that people begin to speak of; none by default. */
  readonly emerging: readonly EmergingParameters[];
}

export interface PlatformParameters {
  readonly name: string;
  /** Share of accounts. */
  readonly share: number;
  /** How people respond there: weights of reposts, replies and quotes. */
  readonly responses: { readonly REPOST: number; readonly REPLY: number; readonly QUOTE: number };
}

/** P(followers > x) = (smallest / x)^exponent, cut at `largest`. */
export interface FollowerParameters {
  readonly smallest: number;
  readonly exponent: number;
  readonly largest: number;
}

/** People who follow one another: most of those who respond to a post are of its author's audience. */
export interface AudienceParameters {
  readonly perPlatform: number;
  /** Chance that a response comes from the audience of the root's author. */
  readonly homophily: number;
}

export interface CascadeParameters {
  /** P(size = s) falls as s^-exponent, cut at `largest`. */
  readonly sizeExponent: number;
  readonly largest: number;
  /** Chance that a response goes to the root and not to another response. */
  readonly directShare: number;
  readonly delayMedianMinutes: number;
  /** Sigma of the log-normal delay. */
  readonly delaySpread: number;
}

/** Attention to the issue over time: a level that is always there, and events that rise at once and fade. */
export interface AttentionParameters {
  readonly baseline: number;
  readonly events: readonly { readonly atDay: number; readonly height: number; readonly fadeDays: number }[];
}

/** A planted co-timed group: accounts of one platform that act on the same objects within seconds. */
export interface GroupParameters {
  readonly name: string;
  readonly platform: string;
  readonly members: number;
  /** Shared objects, one wave of action each. */
  readonly objects: number;
  /** Waves take these behaviours in turn. */
  readonly behaviours: readonly Behaviour[];
  /** Chance that a member joins a wave. */
  readonly participation: number;
  /** Mean of the exponential delay behind the start of a wave. */
  readonly delayMeanSeconds: number;
  readonly fromDay: number;
  readonly toDay: number;
  /** Ordinary posts of each member besides, at ordinary times. */
  readonly camouflagePosts: number;
}

export interface HoaxParameters {
  readonly atDay: number;
  /** Accounts that publish the claim first, each the root of a cascade. */
  readonly roots: number;
  /** Minutes over which the roots come. */
  readonly rootSpreadMinutes: number;
  /** Mentions of each of the root's cascades, the root included. */
  readonly cascadeSize: number;
  /** Agency that clarifies; it must be one of `agencies`. */
  readonly clarifiedBy: string;
  readonly clarificationLagHours: number;
  readonly clarifications: number;
  readonly clarificationCascadeSize: number;
}

export interface NewsParameters {
  readonly outlets: number;
  readonly stories: number;
  /** Outlets that syndicate a story. */
  readonly outletsPerStory: number;
  readonly delayMedianMinutes: number;
}

/** An agency with the accounts that it declares. L0 publishes, the other layers carry on. */
export interface AgencyParameters {
  /** As in seed/agencies.csv. */
  readonly id: string;
  readonly name: string;
  readonly platform: string;
  readonly regionCode: string;
  readonly accountsByLayer: Readonly<Record<AccountLayer, number>>;
  readonly postsPerDay: number;
  /** Chance that an account of a layer responds to a post of L0, and after how many minutes (median). */
  readonly response: Readonly<
    Record<Exclude<AccountLayer, 'L0'>, { readonly chance: number; readonly medianMinutes: number }>
  >;
}

/** Something that newly emerges beside the issue. */
export interface EmergingParameters {
  /** A word: its hashtag, link and text are made of it. */
  readonly name: string;
  readonly atDay: number;
  /** Mentions, nearly all by different accounts. */
  readonly accounts: number;
  /** Mean of the exponential delay behind the start. */
  readonly fadeHours: number;
  readonly carries: readonly ('HASHTAG' | 'LINK' | 'TEXT')[];
}

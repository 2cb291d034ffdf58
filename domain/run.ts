import type { Behaviour } from './action.js';
import type { CommunityMethod, EngineChoice } from './graph-engine.js';

export const RUN_STATES = ['RUNNING', 'DONE', 'FAILED', 'STOPPED'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** In the order in which they run: the report's document is part of what is written back. */
export const STAGES = ['extract', 'map', 'detect', 'score', 'report', 'write-back'] as const;
export type Stage = (typeof STAGES)[number];

/** Against chance, by two tests; or by a fixed cut, as CooRTweet and coordination-network-toolkit do. */
export const DETECTION_MODES = ['CALIBRATED', 'COMPATIBLE'] as const;
export type DetectionMode = (typeof DETECTION_MODES)[number];

/** Everything that decides the outcome of a run besides its input. */
export interface RunParameters {
  readonly behaviours: readonly Behaviour[];
  /** How pairs of accounts are judged. */
  readonly mode: DetectionMode;
  /** Calibrated: the share of false ones that is accepted among the pairs kept. */
  readonly fdr: number;
  /** Calibrated: two actions on one object at most so far apart are co-timed; each is tried, ascending. */
  readonly windowsSeconds: readonly number[];
  /** Compatible: two actions on one object at most this far apart are co-timed. */
  readonly windowSeconds: number;
  /** Compatible: accounts with fewer actions of a behaviour are left out. */
  readonly minParticipation: number;
  /** Compatible: pairs of accounts with fewer pairs of mentions are not kept. */
  readonly minWeight: number;
  /** What measures the network. AUTO in a request only: a run says which it was. */
  readonly engine: EngineChoice;
  readonly communityMethod: CommunityMethod;
  /** Resolution of the communities; larger gives smaller ones. */
  readonly resolution: number;
  /** Shuffled copies for the chance rate. */
  readonly shuffledCopies: number;
  readonly seed: number;
}

export const DEFAULT_RUN_PARAMETERS: RunParameters = {
  // Sets and sequences of hashtags tell the same as single ones, more strictly: they are for whoever asks.
  behaviours: ['CO_REPOST', 'CO_LINK', 'CO_HASHTAG', 'CO_REPLY', 'CO_MEDIA'],
  mode: 'CALIBRATED',
  fdr: 0.01,
  windowsSeconds: [10, 60, 600],
  windowSeconds: 60,
  minParticipation: 2,
  minWeight: 2,
  engine: 'AUTO',
  communityMethod: 'LOUVAIN',
  resolution: 1,
  shuffledCopies: 20,
  seed: 1,
};

/**
 * One execution of the graph jobs. The id is a hash of issue, query version, input, parameters and code version: the
 * same work has the same id, and doing it again gives the same bytes.
 */
export interface Run {
  readonly id: string;
  readonly issueId: string;
  readonly queryVersion: number;
  readonly state: RunState;
  /** SHA-256 over the extracted columns. */
  readonly inputHash: string;
  readonly parameters: RunParameters;
  /** Why this engine measured the network; null in runs from before there was a choice. */
  readonly engineReason: string | null;
  readonly codeVersion: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Milliseconds by stage. */
  readonly timings: Readonly<Partial<Record<Stage, number>>>;
  /** Unix milliseconds. */
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly error: string | null;
}

export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  /** 0 while unknown. */
  readonly total: number;
}

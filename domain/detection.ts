import type { ActionColumns, Behaviour } from './action.js';
import type { BehaviourShare, EdgeTest } from './finding.js';
import type { LayerOverlap } from './layer-group.js';
import type { StringColumn } from './mention-columns.js';
import type { ProgressListener } from './ports/issue-store.js';
import type { RunParameters } from './run.js';

/**
 * An object with more pairs of actions than this within the (widest) window is a crowd, see docs/methods/co-action.md. A second of
 * work; a million shares in an hour make 16 thousand million pairs at 60 s, which nobody could count, write or read.
 */
export const MOST_PAIRS_ON_OBJECT = 100_000_000;

/** Actions ordered by (object, time, mention): co-actions are read off in one sweep. */
export interface SortedActions extends ActionColumns {
  /** Actions of object o are the rows objectStart[o] .. objectStart[o + 1] - 1. */
  readonly objectStart: Uint32Array;
}

/** The actions of one behaviour and what their object codes stand for: a mention id, a link, hashtags or a media hash. */
export interface ActionLayer {
  readonly actions: SortedActions;
  readonly objects: StringColumn;
  /** The row of the mention that an object is; NO_ROW for one outside the columns, and for what mentions carry. */
  readonly objectRow: Uint32Array;
}

/** Undirected edges between account codes, `from` < `to`, sorted by (from, to). */
export interface CoActionEdges {
  readonly length: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Pairs of mentions on one object within the window. */
  readonly weight: Uint32Array;
}

/** What the detector found in the columns of an issue. Accounts are codes into the columns; ids come with the findings. */
export interface Detection {
  readonly layers: readonly ActionLayer[];
  /** Pairs of accounts kept in at least one layer. */
  readonly keptPairs: number;
  /** Objects with more pairs than MOST_PAIRS_ON_OBJECT: accounts that meet on these alone are not kept. */
  readonly crowdedObjects: number;
  /** Largest first. */
  readonly groups: readonly DetectedGroup[];
  /** How the result moves with the window; empty in compatible mode. */
  readonly windows: readonly WindowOutcome[];
}

/** What one window alone would have found, all else alike. */
export interface WindowOutcome {
  readonly windowSeconds: number;
  /** Pairs of accounts with two occasions or more, counted for each behaviour. */
  readonly pairsTried: number;
  /** Those with more occasions than the activity of their accounts explains. */
  readonly pairsBeyondWho: number;
  /** Those that pass the second test too, and are in groups. */
  readonly pairsKept: number;
  readonly groups: number;
  readonly accounts: number;
}

export interface DetectedGroup {
  /** Account codes, ascending by account id. */
  readonly members: readonly number[];
  /** The false discovery rate from which on its edges hold it together; null in compatible mode. */
  readonly qValue: number | null;
  /** What ties it, largest share first. */
  readonly attribution: readonly BehaviourShare[];
  /** Groups of one behaviour alone that share accounts with it, those with most of its accounts first. */
  readonly layerGroups: readonly LayerOverlap[];
  readonly edges: readonly DetectedEdge[];
  /** All pairs of mentions behind the edges, edge by edge in the order of `edges`; made while iterating, never held. */
  readonly evidence: Iterable<EvidencePair>;
}

/** An edge of one layer; account codes, the account id of `from` < that of `to`. */
export interface DetectedEdge {
  readonly behaviour: Behaviour;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly objects: number;
  /** See CoTimedEdge. */
  readonly symmetry: number;
  readonly tests: readonly EdgeTest[] | null;
}

/** Two actions behind an edge. Mentions are rows of the columns. */
export interface EvidencePair {
  /** Position in DetectedGroup.edges. */
  readonly edge: number;
  /** Position in Detection.layers. */
  readonly layer: number;
  /** Code into the layer's objects. */
  readonly object: number;
  readonly fromMention: number;
  readonly toMention: number;
}

/** What is kept of a detection in a shuffled copy. */
export interface DetectionOutline {
  readonly keptPairs: number;
  /** Members of the largest group, 0 where there is none. */
  readonly largestGroup: number;
}

/** Detects in the same actions as though others had done them: `account` has a code for every row of the columns. */
export type DetectInCopy = (
  layers: readonly ActionLayer[],
  account: Uint32Array,
  parameters: RunParameters,
  onProgress?: ProgressListener,
) => DetectionOutline;

import type { MatchedMeasure } from './cascade.js';
import type { NetworkMeasures } from './network-measures.js';
import type { IssueHops, NetworkPicture } from './run-document.js';

/** What the map stage makes of MentionColumns. "Row" is a row of those columns, "node" an index into network.account. */
export interface SpreadMap {
  readonly cascades: CascadeColumns;
  readonly hops: IssueHops;
  readonly network: SpreadNetwork;
  readonly measures: NetworkMeasures;
  readonly picture: NetworkPicture;
}

/** A number for each cascade, in the order of their roots' rows. */
export type CascadeColumn = Uint32Array | Float64Array;

/** Cascades as columns, in the order of their roots' rows; the fields are those of CascadeMetrics and CascadeDetails. */
export interface CascadeColumns extends Readonly<Record<'size' | MatchedMeasure, CascadeColumn>> {
  readonly length: number;
  /** Row of each cascade's root. */
  readonly root: Uint32Array;
  /** Account codes, NO_ROW where there is none. */
  readonly mostActive: Uint32Array;
  readonly mostAmplified: Uint32Array;
  readonly firstMover: Uint32Array;
  /** Steps from a parent to a child whose two places are known. */
  readonly platformSteps: Uint32Array;
  readonly provinceSteps: Uint32Array;
  readonly streamSteps: Uint32Array;
  /** Cascades of one mention. */
  readonly lone: number;
  /** Chains of parents that led back to their start, each cut at its earliest row. */
  readonly cyclesBroken: number;
}

/** Each cascade beside those that match it. */
export interface CascadeComparison {
  /** NaN where unknown. */
  readonly rootFollowers: Float64Array;
  readonly matched: Uint32Array;
  /** NaN where too few match. */
  readonly percentiles: Readonly<Record<MatchedMeasure, Float64Array>>;
}

/** Edge i says that node target[i] amplified node source[i], weight[i] times; sorted by (source, target). */
export interface SpreadNetwork {
  readonly nodes: number;
  readonly edges: number;
  /** Account code of each node, ascending: accounts with at least one edge. */
  readonly account: Uint32Array;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly weight: Uint32Array;
  /** By node: how often it was amplified, and how often it amplified others. */
  readonly amplified: Uint32Array;
  readonly amplifies: Uint32Array;
  /** All weights together. */
  readonly amplifications: number;
  /** Reposts, quotes and replies of an account to itself, which make no edge. */
  readonly selfAmplifications: number;
}

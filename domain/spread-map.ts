import type { NetworkMeasures } from './network-measures.js';
import type { NetworkPicture } from './run-document.js';

/** What the map stage makes of MentionColumns. "Row" is a row of those columns, "node" an index into network.account. */
export interface SpreadMap {
  readonly cascades: CascadeColumns;
  readonly network: SpreadNetwork;
  readonly measures: NetworkMeasures;
  readonly picture: NetworkPicture;
}

/** Cascades as columns, in the order of their roots' rows; the fields are those of CascadeMetrics. */
export interface CascadeColumns {
  readonly length: number;
  /** Row of each cascade's root. */
  readonly root: Uint32Array;
  readonly size: Uint32Array;
  readonly uniqueAccounts: Uint32Array;
  readonly depth: Uint32Array;
  readonly maxBreadth: Uint32Array;
  readonly structuralVirality: Float64Array;
  readonly directShare: Float64Array;
  readonly secondsToHalf: Float64Array;
  /** Cascades of one mention. */
  readonly lone: number;
  /** Chains of parents that led back to their start, each cut at its earliest row. */
  readonly cyclesBroken: number;
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

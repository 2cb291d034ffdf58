import type { Behaviour } from './action.js';

/** All of its accounts are in the group and none else; all, and others too; all of the group and more; some of either. */
export const LAYER_RELATIONS = ['SAME', 'WITHIN', 'AROUND', 'OVERLAPPING'] as const;
export type LayerRelation = (typeof LAYER_RELATIONS)[number];

/** A group that one behaviour alone gives, and how it stands to a group of all behaviours together. */
export interface LayerOverlap {
  readonly behaviour: Behaviour;
  /** Its place among the groups of its behaviour, from 1, largest first. */
  readonly number: number;
  readonly size: number;
  /** How many of its accounts are in the group: two or more. */
  readonly shared: number;
  readonly relation: LayerRelation;
}

/** Other groups that a layer group names: with all of them, one that reaches into n groups would be told of in n² ids. */
export const MOST_ALSO_IN = 10;

export interface LayerGroup extends LayerOverlap {
  /** Ids of the other groups of the run that have two or more of its accounts: the largest, at most MOST_ALSO_IN. */
  readonly alsoIn: readonly string[];
  /** How many other groups there are. */
  readonly alsoInCount: number;
}

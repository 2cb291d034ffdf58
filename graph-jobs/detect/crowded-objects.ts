import type { SortedActions } from '#domain/detection.js';

/** The objects of a sweep that are crowds; `marks` is null where there are none. */
export interface CrowdedObjects {
  readonly count: number;
  /** 1 for each object that is one. */
  readonly marks: Uint8Array | null;
}

/** Whose actions they are plays no part here: of the same actions, the shuffled copies have the same crowds. */
export function crowdedObjects(
  { length, object, objectCount }: Pick<SortedActions, 'length' | 'object' | 'objectCount'>,
  windowStart: Uint32Array,
  mostPairs: number,
): CrowdedObjects {
  const pairs = new Float64Array(objectCount);
  for (let row = 0; row < length; row++) pairs[object[row]!]! += row - windowStart[row]!;
  const count = pairs.reduce((sum, made) => sum + Number(made > mostPairs), 0);
  return { count, marks: count === 0 ? null : Uint8Array.from(pairs, (made) => Number(made > mostPairs)) };
}

import type { ActionLayer } from '#domain/detection.js';
import { NO_ROW } from '#domain/mention-columns.js';

/** Who acts on what: pairs (mention row, object code), in the order of rows. */
export interface Acts {
  readonly mention: Uint32Array;
  readonly object: Uint32Array;
  readonly objectCount: number;
  readonly objects: ActionLayer['objects'];
  readonly objectRow: ActionLayer['objectRow'];
}

/** Acts on what mentions carry: `names` are the objects by code, and none is a mention. */
export function actsOn(mention: Uint32Array, object: Uint32Array, names: readonly string[]): Acts {
  return {
    mention,
    object,
    objectCount: names.length,
    objects: { length: names.length, at: (code) => names[code]! },
    objectRow: new Uint32Array(names.length).fill(NO_ROW),
  };
}

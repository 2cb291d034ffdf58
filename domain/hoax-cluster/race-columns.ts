/** Roles as they stand in columns: the place in CLUSTER_ROLES from 1 on, 0 for none. */
export const TELLS = 1;
export const DENIES = 2;

/** Mentions of a cluster, in any order. */
export interface RaceColumns {
  /** Code of the account, from 0 on. */
  readonly account: Uint32Array;
  /** Unix milliseconds. */
  readonly time: Float64Array;
  readonly role: Uint8Array;
  /** The role of what it answers or quotes. */
  readonly engages: Uint8Array;
}

/** What two accounts can do alike. An action is (account, behaviour, object, time), derived from a mention. */
export const BEHAVIOURS = [
  'CO_REPOST',
  'CO_LINK',
  'CO_HASHTAG',
  'CO_REPLY',
  'CO_MEDIA',
  'CO_TEXT',
  'CO_HASHTAG_SET',
  'CO_HASHTAG_SEQUENCE',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/**
 * Actions of one behaviour as columns, one row an action. Rows need not be sorted.
 * `account` and `object` hold dictionary codes in 0..accountCount-1 and 0..objectCount-1; `time` is in milliseconds.
 */
export interface ActionColumns {
  readonly behaviour: Behaviour;
  readonly length: number;
  readonly account: Uint32Array;
  readonly object: Uint32Array;
  readonly time: Float64Array;
  /** Row of the mention behind the action, in the MentionColumns that the actions came from; in a file, a code of the post. */
  readonly mention: Uint32Array;
  readonly accountCount: number;
  readonly objectCount: number;
}

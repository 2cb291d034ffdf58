/**
 * Takes a network as it is counted, account by account, so that nobody has to hold it: the edges from `from` to
 * to[0..length-1], ascending, all above `from`; `from` ascends from call to call. Both arrays are used again afterwards.
 */
export interface EdgeSink {
  take(from: number, to: Uint32Array, weight: Uint32Array, length: number): void;
}

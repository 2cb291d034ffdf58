/** Up to here insertion is faster than a view and a call into the engine: a post has this many shingles, or not many more. */
const SHORT = 40;

/** Sorts array[from, to) by number. */
export function sortRange(array: Uint32Array, from: number, to: number): void {
  if (to - from > SHORT) {
    array.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const value = array[i]!;
    let at = i;
    for (; at > from && array[at - 1]! > value; at--) array[at] = array[at - 1]!;
    array[at] = value;
  }
}

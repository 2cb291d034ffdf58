const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const SECOND = 1000;

/** Rows in the order of their times, or null when that is the order they have. LSD radix sort over whole milliseconds. */
export function orderByTime(time: Float64Array): Uint32Array | null {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  let sorted = true;
  let wholeSeconds = true;
  for (let row = 0; row < time.length; row++) {
    const at = time[row]!;
    if (at < highest) sorted = false;
    else highest = at;
    if (at < lowest) lowest = at;
    if (at % SECOND !== 0) wholeSeconds = false;
  }
  if (sorted) return null;
  const step = wholeSeconds ? SECOND : 1;
  let order = new Uint32Array(time.length);
  for (let row = 0; row < order.length; row++) order[row] = row;
  let other = new Uint32Array(time.length);
  const digits = new Uint16Array(time.length);
  for (let divisor = step; divisor <= highest - lowest; divisor *= DIGITS) {
    for (let row = 0; row < time.length; row++) digits[row] = Math.floor((time[row]! - lowest) / divisor) % DIGITS;
    countingPass(digits, order, other);
    [order, other] = [other, order];
  }
  return order;
}

/** `digits` by row: read at random, and small enough for the processor's cache. */
function countingPass(digits: Uint16Array, from: Uint32Array, to: Uint32Array): void {
  const next = new Uint32Array(DIGITS + 1);
  for (let row = 0; row < digits.length; row++) next[digits[row]! + 1]!++;
  for (let digit = 0; digit < DIGITS; digit++) next[digit + 1]! += next[digit]!;
  for (let i = 0; i < from.length; i++) {
    const row = from[i]!;
    to[next[digits[row]!]!++] = row;
  }
}

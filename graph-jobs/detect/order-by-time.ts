const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Rows in the order of their times, or null when that is the order they have. LSD radix sort over whole milliseconds. */
export function orderByTime(time: Float64Array): Uint32Array | null {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  let sorted = true;
  for (let row = 0; row < time.length; row++) {
    const at = time[row]!;
    if (at < highest) sorted = false;
    else highest = at;
    if (at < lowest) lowest = at;
  }
  if (sorted) return null;
  let order = new Uint32Array(time.length);
  for (let row = 0; row < order.length; row++) order[row] = row;
  let other = new Uint32Array(time.length);
  for (let divisor = 1; divisor <= highest - lowest; divisor *= DIGITS) {
    countingPass(time, lowest, divisor, order, other);
    [order, other] = [other, order];
  }
  return order;
}

function countingPass(time: Float64Array, lowest: number, divisor: number, from: Uint32Array, to: Uint32Array): void {
  const next = new Uint32Array(DIGITS + 1);
  const digits = new Uint16Array(time.length);
  for (let i = 0; i < from.length; i++) {
    const digit = Math.floor((time[from[i]!]! - lowest) / divisor) % DIGITS;
    digits[i] = digit;
    next[digit + 1]!++;
  }
  for (let digit = 0; digit < DIGITS; digit++) next[digit + 1]! += next[digit]!;
  for (let i = 0; i < from.length; i++) to[next[digits[i]!]!++] = from[i]!;
}

/**
 * The q-value of every p-value: the lowest false discovery rate at which its test is rejected, when `tests` tests were
 * made and those that are not in `p` had none smaller (Benjamini and Hochberg 1995).
 */
export function qValues(p: Float64Array, tests: number): Float64Array {
  const order = Uint32Array.from(p.keys()).sort((a, b) => p[a]! - p[b]!);
  const q = new Float64Array(p.length);
  let least = 1;
  for (let i = order.length - 1; i >= 0; i--) {
    least = Math.min(least, (p[order[i]!]! * tests) / (i + 1));
    q[order[i]!] = least;
  }
  return q;
}

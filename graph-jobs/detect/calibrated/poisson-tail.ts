/** ln k! up to here from a table, beyond it by Stirling's series, whose next term is then below 1e-19. */
const TABLE = 256;
const LN_FACTORIAL = lnFactorials();

/**
 * P(X >= k) for a Poisson variable X: the regularized lower incomplete gamma function P(k, mean) (Abramowitz and Stegun
 * 1964, 26.4.21). Above the mean the terms of the tail itself are summed, all positive and falling, so that the smallest
 * tails keep their digits; below it one minus the few terms that are missing loses none, as the result is then large.
 */
export function poissonTail(k: number, mean: number): number {
  if (k <= 0) return 1;
  if (k <= mean) return 1 - lowerSum(k, mean);
  let term = probability(k, mean);
  let sum = term;
  for (let j = k + 1; term > sum * Number.EPSILON; j++) {
    term *= mean / j;
    sum += term;
  }
  return sum;
}

/** P(X < k), its largest term first. */
function lowerSum(k: number, mean: number): number {
  let term = probability(k - 1, mean);
  let sum = term;
  for (let j = k - 1; j > 0 && term > sum * Number.EPSILON; j--) {
    term *= j / mean;
    sum += term;
  }
  return sum;
}

function probability(k: number, mean: number): number {
  return Math.exp(k * Math.log(mean) - mean - lnFactorial(k));
}

function lnFactorial(k: number): number {
  if (k < TABLE) return LN_FACTORIAL[k]!;
  const square = k * k;
  const series = (1 / 12 - (1 / 360 - 1 / (1260 * square)) / square) / k;
  return (k + 0.5) * Math.log(k) - k + 0.5 * Math.log(2 * Math.PI) + series;
}

function lnFactorials(): Float64Array {
  const table = new Float64Array(TABLE);
  for (let k = 2; k < TABLE; k++) table[k] = table[k - 1]! + Math.log(k);
  return table;
}

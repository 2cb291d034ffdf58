const STIRLING_FROM = 10;

/**
 * ln P(X >= k) for a negative binomial X of mean `mean` and variance mean + mean² / size: a Poisson count whose rate is Gamma
 * distributed. Above the mean the tail's own terms are summed, which all are positive, beside the first of them, so that
 * tails far below the least double keep their digits; below it one minus the terms that are missing.
 */
export function lnNegativeBinomialTail(k: number, mean: number, size: number): number {
  if (k <= 0) return 0;
  if (mean <= 0) return Number.NEGATIVE_INFINITY;
  const ratio = mean / (size + mean);
  if (k <= mean) {
    let term = Math.exp(lnProbability(0, ratio, size));
    let missing = term;
    for (let j = 1; j < k; j++) {
      term *= ((j - 1 + size) / j) * ratio;
      missing += term;
    }
    return Math.log1p(-Math.min(1, missing));
  }
  let term = 1;
  let sum = 1;
  for (let j = k + 1; term > sum * Number.EPSILON; j++) {
    term *= ((j - 1 + size) / j) * ratio;
    sum += term;
  }
  return Math.min(0, lnProbability(k, ratio, size) + Math.log(sum));
}

function lnProbability(k: number, ratio: number, size: number): number {
  const choose = lnGamma(k + size) - lnGamma(size) - lnGamma(k + 1);
  return choose + k * Math.log(ratio) + size * Math.log1p(-ratio);
}

/** Stirling's series, behind the recurrence that brings small arguments to where it is exact (Abramowitz and Stegun 1964, 6.1.41). */
function lnGamma(x: number): number {
  let at = x;
  let product = 1;
  while (at < STIRLING_FROM) product *= at++;
  const square = at * at;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

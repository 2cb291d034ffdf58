import type { SentimentShare } from '#domain/issue-sentiment.js';

/** How often a band holds the share that it is about. */
export const CONFIDENCE = 0.95;
/** The normal quantile of (1 + CONFIDENCE) / 2. */
const Z = 1.959963984540054;

/**
 * Kish's effective number (1965), as if all texts of one account said the same: texts of n accounts that wrote as many each
 * count as n. `squares` is the sum over accounts of the square of what each wrote.
 */
export function effectiveNumber(texts: number, squares: number): number {
  return squares === 0 ? 0 : (texts * texts) / squares;
}

/** Wilson's interval (1927) of a share, as wide as that of `effective` independent texts. To four decimals, outwards. */
export function shareWithBand(count: number, texts: number, effective: number): SentimentShare {
  const share = count / texts;
  const centre = (share + (Z * Z) / (2 * effective)) / (1 + (Z * Z) / effective);
  const spread = Math.sqrt((share * (1 - share)) / effective + (Z * Z) / (4 * effective * effective));
  const half = (Z * spread) / (1 + (Z * Z) / effective);
  return {
    count,
    share: Number(share.toFixed(4)),
    low: Math.max(0, Math.floor((centre - half) * 10_000) / 10_000),
    high: Math.min(1, Math.ceil((centre + half) * 10_000) / 10_000),
  };
}

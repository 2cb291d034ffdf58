/**
 * Texts as sets of shingles: those of text t are shingles[ends[t - 1]] .. shingles[ends[t] - 1], ascending, as rareFirst()
 * left them. A text that is too short to be a copy of another has none.
 */
export interface TextShingles {
  readonly shingles: Uint32Array;
  readonly ends: Float64Array;
}

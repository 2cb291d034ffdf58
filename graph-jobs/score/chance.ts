import type { DetectInCopy, Detection } from '#domain/detection.js';
import type { ChanceRate } from '#domain/finding.js';
import type { MentionColumns } from '#domain/mention-columns.js';
import { partOfProgress } from '#domain/part-of-progress.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { RunParameters } from '#domain/run.js';
import { AccountShuffle } from './account-shuffle.js';

/** Six hours keep the daily rhythm and the news of the day, and leave enough accounts in a bin to swap with. */
const BIN_HOURS = 6;

export type ChanceOfSize = (members: number) => Omit<ChanceRate, 'qValue'>;

/**
 * What `parameters.shuffledCopies` shuffled copies of the data show under the same parameters: the pairs that chance
 * alone keeps, and how often it makes a group as large. Deterministic in the seed.
 */
export function chanceRates(
  columns: MentionColumns,
  detection: Detection,
  parameters: RunParameters,
  detect: DetectInCopy,
  onProgress: ProgressListener = () => undefined,
): ChanceOfSize {
  const copies = detection.groups.length === 0 ? 0 : parameters.shuffledCopies;
  const shuffle = new AccountShuffle(columns, detection.layers, BIN_HOURS, parameters.seed);
  const largest: number[] = [];
  let pairs = 0;
  for (let copy = 0; copy < copies; copy++) {
    const progress = partOfProgress(onProgress, copy, copies);
    const outline = detect(detection.layers, shuffle.next(), parameters, progress);
    pairs += outline.keptPairs;
    largest.push(outline.largestGroup);
    progress(1, 1);
  }
  return (members) => ({
    observedPairs: detection.keptPairs,
    expectedPairs: copies === 0 ? null : pairs / copies,
    copiesWithGroupAsLarge: copies === 0 ? null : largest.filter((size) => size >= members).length / copies,
    copies,
    binHours: BIN_HOURS,
  });
}

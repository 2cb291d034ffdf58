import type { SortedActions } from '#domain/detection.js';
import type { StringColumn } from '#domain/mention-columns.js';
import type { RankedIds } from '#graph-jobs/csv-file/ranked-ids.js';
import { EvidenceFile } from '#graph-jobs/detect/action-file/evidence-file.js';
import type { CalibratedNetwork } from '#graph-jobs/detect/calibrated/calibrated-network.js';
import { widestRows } from '#graph-jobs/detect/calibrated/widest-rows.js';
import { evidenceOf } from '#graph-jobs/detect/edge-evidence.js';
import { EVIDENCE_BOUNDS } from './coordination-network.js';

export interface NamedActions {
  readonly actions: SortedActions;
  readonly accounts: RankedIds;
  readonly objects: RankedIds;
  /** By code in `actions.mention`. */
  readonly contents: StringColumn;
}

/** Writes the pairs of posts behind each pair of accounts in `rows`, within the widest window that kept the pair. */
export function writeCalibratedEvidence(
  path: string,
  { actions, accounts, objects, contents }: NamedActions,
  { pairs }: CalibratedNetwork,
  rows: readonly number[],
  windowsSeconds: readonly number[],
): EvidenceFile {
  const byWindow = windowsSeconds.map((seconds) => evidenceOf(actions, seconds * 1000));
  const sorted = rows.toSorted((a, b) => pairs.from[a]! - pairs.from[b]! || pairs.to[a]! - pairs.to[b]!);
  let window = 0;
  const active = new Uint8Array(actions.length).fill(1);
  const pairsOf = (from: number, to: number) => byWindow[window]!(from, to);
  const file = new EvidenceFile(path, accounts, { actions, active }, pairsOf, { objects, contents }, EVIDENCE_BOUNDS);
  try {
    for (const row of widestRows(pairs, sorted)) {
      window = pairs.window[row]!;
      const [from, to] = [pairs.from[row]!, pairs.to[row]!];
      let weight = 0;
      for (const [, others] of pairsOf(from, to)) weight += others.length;
      file.take(from, Uint32Array.of(to), Uint32Array.of(weight), 1);
    }
  } finally {
    file.close();
  }
  return file;
}

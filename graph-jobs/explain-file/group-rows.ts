import type { CalibratedGroups } from '../detect/calibrated/calibrated-groups.js';
import type { CalibratedNetwork } from '../detect/calibrated/calibrated-network.js';
import { widestRows } from '../detect/calibrated/widest-rows.js';

/** The rows of the network within each group, in the order of `groups`; of a pair of accounts that of its widest window. */
export function groupRows(
  { pairs }: Pick<CalibratedNetwork, 'pairs'>,
  { groups, rows }: Pick<CalibratedGroups, 'groups' | 'rows'>,
  accounts: number,
): readonly Uint32Array[] {
  // 0 is no group.
  const groupOf = new Uint32Array(accounts);
  for (const [group, { members }] of groups.entries()) for (const account of members) groupOf[account] = group + 1;
  const widest = Uint32Array.from(widestRows(pairs, rows)).filter(
    (row) => groupOf[pairs.from[row]!]! > 0 && groupOf[pairs.from[row]!] === groupOf[pairs.to[row]!],
  );
  const ends = new Uint32Array(groups.length + 1);
  for (const row of widest) ends[groupOf[pairs.from[row]!]!]! += 1;
  for (let group = 1; group <= groups.length; group++) ends[group]! += ends[group - 1]!;
  const next = ends.slice();
  const sorted = new Uint32Array(widest.length);
  for (const row of widest) sorted[next[groupOf[pairs.from[row]!]! - 1]!++] = row;
  return groups.map((_, group) => sorted.subarray(ends[group]!, ends[group + 1]!));
}

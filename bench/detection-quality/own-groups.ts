import type { SortedActions } from '#domain/detection.js';
import { type CalibratedGroups, calibratedGroups } from '#graph-jobs/detect/calibrated/calibrated-groups.js';
import { calibratedNetwork } from '#graph-jobs/detect/calibrated/calibrated-network.js';

const FDR = 0.01;

/** Groups of the calibrated mode at its defaults. */
export function ownGroups(actions: SortedActions, windowsSeconds: readonly number[]): CalibratedGroups {
  return calibratedGroups(calibratedNetwork([actions], { windowsSeconds, fdr: FDR }), 1, 1);
}

/** 1 for the accounts in any group. */
export function flaggedByGroups({ accountCount }: SortedActions, { groups }: CalibratedGroups): Uint8Array {
  const flagged = new Uint8Array(accountCount);
  for (const { members } of groups) for (const member of members) flagged[member] = 1;
  return flagged;
}

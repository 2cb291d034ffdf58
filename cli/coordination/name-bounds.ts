import { MOST_PAIRS_ON_OBJECT } from '#domain/detection.js';
import type { CoordinationNetwork } from './coordination-network.js';

/** Says on standard error what a bound left out, nothing where none applied. */
export function nameBounds({
  crowdedObjects,
  evidence,
}: Pick<CoordinationNetwork, 'crowdedObjects' | 'evidence'>): void {
  if (crowdedObjects > 0) {
    const most = MOST_PAIRS_ON_OBJECT.toLocaleString('en');
    console.error(
      `${crowdedObjects} ${crowdedObjects === 1 ? 'object has' : 'objects have'} more than ${most} pairs of posts within the (widest) window: accounts that meet there and nowhere else are left out`,
    );
  }
  if (evidence !== null && evidence.rowsLeftOut > 0) {
    console.error(
      `evidence: ${evidence.rows} rows written; ${evidence.rowsLeftOut} of ${evidence.edgesCut} pairs of accounts are left out by the bounds`,
    );
  }
}

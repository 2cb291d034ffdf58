import { CodedError } from './errors/coded-error.js';
import type { Issue, SharingChange } from './issue.js';
import type { RegionStore } from './ports/agency-store.js';
import type { IssueStore } from './ports/issue-store.js';
import { isWithinRegion } from './region.js';
import { mustBeRegionCodes, mustBeRegions, REGION_CODES } from './region-codes.js';

/** With whom an issue is shared after a change, sorted; null where that changes nothing. */
export function changedSharing(sharedWith: readonly string[], change: SharingChange): readonly string[] | null {
  const after = new Set([...sharedWith, ...change.with]);
  for (const code of change.notWith) after.delete(code);
  const isSame = after.size === new Set(sharedWith).size && sharedWith.every((code) => after.has(code));
  return isSame ? null : [...after].sort();
}

interface Stores {
  readonly issues: IssueStore;
  readonly regions: RegionStore;
}

/**
 * Shares an issue with regions, and with others no longer. Throws NOT_FOUND for an issue or a region that is not there, and
 * BAD_PARAMETERS for a change that would not do what it says: a region named twice over, or one that goes on seeing the issue.
 */
export async function shareIssue({ issues, regions }: Stores, issueId: string, change: SharingChange): Promise<Issue> {
  checkCodes(change);
  await mustBeRegions(change.with, 'with', regions);
  const [issue] = await issues.get([issueId]);
  if (issue) mustEnd(issue, change);
  return issues.share(issueId, change);
}

function checkCodes({ with: added, notWith }: SharingChange): void {
  if (added.length + notWith.length === 0)
    throw new CodedError('BAD_PARAMETERS', 'no region is named', { at: 'with', hint: REGION_CODES });
  mustBeRegionCodes(added, 'with');
  mustBeRegionCodes(notWith, 'notWith');
  const both = added.find((code) => notWith.includes(code));
  if (both !== undefined)
    throw new CodedError('BAD_PARAMETERS', `${both} is named both to share with and not to`, { at: 'notWith' });
}

/** Whoever takes a city out and leaves its province would believe that the city sees the issue no longer. */
function mustEnd({ sharedWith }: Issue, change: SharingChange): void {
  const after = changedSharing(sharedWith, change) ?? sharedWith;
  for (const code of change.notWith) {
    const around = after.find((shared) => isWithinRegion(code, shared));
    if (around !== undefined)
      throw new CodedError('BAD_PARAMETERS', `the issue stays shared with ${around}, in which ${code} lies`, {
        at: 'notWith',
        hint: `take ${around} out as well, and name the parts of it that go on seeing the issue`,
      });
  }
}

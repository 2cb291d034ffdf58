import type { EvidenceRow, StoredGroup } from '../finding.js';
import type { Page, PageRequest } from '../paging.js';
import type { SeenPart } from '../regional-group.js';

/**
 * Findings for who sees some regions alone: those of mentions that name one of `regions`, or lie in it. Orders and cursors are
 * such that nothing of the rows in other regions can be counted by them.
 */
export interface RegionalFindingStore {
  /** Groups of a run with a mention of their evidence in these regions, by id. */
  page(runId: string, regions: readonly string[], page: PageRequest): Promise<Page<StoredGroup>>;
  /** Accounts of a group with a mention of its evidence in these regions, by id. */
  members(findingId: string, regions: readonly string[], page: PageRequest): Promise<Page<string>>;
  /** Rows of its evidence of which both mentions are in these regions, as the detector gave them. */
  evidence(findingId: string, regions: readonly string[], page: PageRequest): Promise<Page<EvidenceRow>>;
  /** How many there are of both. */
  count(findingId: string, regions: readonly string[]): Promise<SeenPart>;
}

import { CodedError } from './errors/coded-error.js';
import { isIssueId, type NewIssue } from './issue.js';
import type { AgencyStore, RegionStore } from './ports/agency-store.js';
import { mustBeRegions } from './region-codes.js';

/** Where whoever asks gave each part: the names of options, or of fields. */
export type PlacesOfParts = Readonly<Record<'id' | 'title' | 'owner' | 'sharedWith', string>>;

interface Stores {
  readonly agencies: Pick<AgencyStore, 'get'>;
  readonly regions: Pick<RegionStore, 'get'>;
}

/**
 * An issue as somebody asks for it, its regions in order and each once. Throws BAD_PARAMETERS for an id, a title or a region code
 * that cannot be, NOT_FOUND for a region or an agency that is not there. The query is checked by whoever matches it.
 */
export async function checkedIssue(
  asked: NewIssue,
  at: PlacesOfParts,
  { agencies, regions }: Stores,
): Promise<NewIssue> {
  const { id, title, ownerAgencyId } = asked;
  if (!isIssueId(id)) {
    const hint = 'lower-case letters, digits and single hyphens, at most 64: banjir-jakarta';
    throw new CodedError('BAD_PARAMETERS', `"${id.slice(0, 80)}" is not an issue id`, { at: at.id, hint });
  }
  if (title.trim() === '') throw new CodedError('BAD_PARAMETERS', 'the title is empty', { at: at.title });
  await mustBeRegions(asked.sharedWith, at.sharedWith, regions);
  if (ownerAgencyId !== null && (await agencies.get([ownerAgencyId]))[0] === null) {
    const hint = 'load the agencies with "jejaring seed"';
    throw new CodedError('NOT_FOUND', `there is no agency "${ownerAgencyId.slice(0, 80)}"`, { at: at.owner, hint });
  }
  return { ...asked, sharedWith: [...new Set(asked.sharedWith)].sort() };
}

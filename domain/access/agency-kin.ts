import type { AgencyStore } from '../ports/agency-store.js';

const SLICE = 500;
/** Ministries have institutions, these have units; no registry is deeper. */
const LEVELS = 10;

/**
 * Whether an agency is one of `concerned`, lies in one of them, or one of them lies in it: who acts for it has an interest in what
 * is said of these.
 */
export async function hasInterest(
  agencyId: string,
  concerned: ReadonlySet<string>,
  agencies: Pick<AgencyStore, 'get'>,
): Promise<boolean> {
  const own = await withParents([agencyId], agencies);
  const theirs = await withParents(concerned, agencies);
  return theirs.has(agencyId) || [...concerned].some((one) => own.has(one));
}

/** Agencies and all that they lie in. */
async function withParents(agencyIds: Iterable<string>, agencies: Pick<AgencyStore, 'get'>): Promise<Set<string>> {
  const known = new Set(agencyIds);
  let level = [...known];
  for (let step = 0; step < LEVELS && level.length > 0; step += 1) {
    const found = await inSlices(level, (ids) => agencies.get(ids));
    level = found.flatMap(({ parentId }) => parentId ?? []).filter((id) => !known.has(id));
    for (const id of level) known.add(id);
  }
  return known;
}

/** What is there of these ids, asked for some at a time. */
export async function inSlices<T>(
  ids: readonly string[],
  get: (ids: readonly string[]) => Promise<readonly (T | null)[]>,
): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += SLICE)
    for (const one of await get(ids.slice(from, from + SLICE))) if (one !== null) found.push(one);
  return found;
}

import type { Behaviour } from '#domain/action.js';
import type { StoredGroup } from '#domain/finding.js';
import type { SpreadPorts } from '../context.js';

const SLICE = 500;
/** Behaviours whose object is a mention that somebody published. */
const OF_MENTIONS: readonly Behaviour[] = ['CO_REPOST', 'CO_REPLY'];
/** Ministries have institutions, these have units; no registry is deeper. */
const LEVELS = 10;

type Ports = Pick<SpreadPorts, 'findings' | 'mentions' | 'accounts' | 'agencies'>;

/** Agencies that declare accounts of the group, or accounts whose mentions the group reposted or answered together. */
export async function amplifiedAgencies(group: StoredGroup, store: Ports): Promise<ReadonlySet<string>> {
  const authors = await inSlices([...(await mentionsOf(group, store))], (ids) => store.mentions.get(ids));
  const accountIds = new Set([...group.members, ...authors.map(({ accountId }) => accountId)]);
  const accounts = await inSlices([...accountIds], (ids) => store.accounts.get(ids));
  return new Set(accounts.flatMap(({ agencyId }) => agencyId ?? []));
}

/** An agency and all that it lies in. */
export async function withParents(agencyIds: Iterable<string>, store: Ports): Promise<ReadonlySet<string>> {
  const known = new Set(agencyIds);
  let level = [...known];
  for (let step = 0; step < LEVELS && level.length > 0; step += 1) {
    const agencies = await inSlices(level, (ids) => store.agencies.get(ids));
    level = agencies.flatMap(({ parentId }) => parentId ?? []).filter((id) => !known.has(id));
    for (const id of level) known.add(id);
  }
  return known;
}

async function mentionsOf(group: StoredGroup, store: Ports): Promise<Set<string>> {
  const ids = new Set<string>();
  if (!group.behaviours.some((behaviour) => OF_MENTIONS.includes(behaviour))) return ids;
  for (let after: string | null = null; ; ) {
    const { items, hasNextPage } = await store.findings.evidence(group.id, null, { first: SLICE, after });
    for (const { node } of items) if (OF_MENTIONS.includes(node.behaviour)) ids.add(node.object);
    if (!hasNextPage) return ids;
    after = items.at(-1)!.cursor;
  }
}

async function inSlices<T>(
  ids: readonly string[],
  get: (ids: readonly string[]) => Promise<readonly (T | null)[]>,
): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += SLICE)
    for (const one of await get(ids.slice(from, from + SLICE))) if (one !== null) found.push(one);
  return found;
}

import { inSlices } from '#domain/access/agency-kin.js';
import type { Behaviour } from '#domain/action.js';
import type { StoredGroup } from '#domain/finding.js';
import type { SpreadPorts } from '../context.js';

const SLICE = 500;
/** Behaviours whose object is a mention that somebody published. */
const OF_MENTIONS: readonly Behaviour[] = ['CO_REPOST', 'CO_REPLY'];

type Ports = Pick<SpreadPorts, 'findings' | 'mentions' | 'accounts'>;

/** Agencies that declare accounts of the group, or accounts whose mentions the group reposted or answered together. */
export async function amplifiedAgencies(group: StoredGroup, store: Ports): Promise<ReadonlySet<string>> {
  const authors = await inSlices([...(await mentionsOf(group, store))], (ids) => store.mentions.get(ids));
  const accountIds = new Set([...group.members, ...authors.map(({ accountId }) => accountId)]);
  const accounts = await inSlices([...accountIds], (ids) => store.accounts.get(ids));
  return new Set(accounts.flatMap(({ agencyId }) => agencyId ?? []));
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

import { Matchers } from '../../issues/matchers.js';
import type { Cypher } from '../connection.js';
import { MEMBERSHIP_SETS, MENTIONS_OF_ACCOUNTS, RESPONSES_TO } from './membership.cypher.js';
import { type MembershipSet, Settlement } from './settlement.js';

const SLICE = 5_000;

interface IssueSets {
  readonly issueId: string;
  readonly membership: number;
  readonly query: string;
  readonly pending: number | null;
  readonly pendingQuery: string | null;
}

/** Keeps IN_ISSUE true: what matches, and responses to what is in, however deep. See issue-matcher.ts for the rule. */
export class Neo4jIssueMembership {
  readonly #matchers = new Matchers();

  /**
   * After a batch, inside its transaction, which holds the lock of its Import node from its first statement on: a change of
   * a query waits for that lock, so that no batch misses the set that it makes. `renamed`: accounts whose handle changed;
   * all their mentions are asked again.
   */
  async settle(
    cypher: Cypher,
    written: { readonly fresh: readonly string[]; readonly updated: readonly string[] },
    renamed: readonly string[],
  ): Promise<void> {
    const sets = (await cypher.run<IssueSets>(MEMBERSHIP_SETS)).flatMap(setsOf);
    if (sets.length === 0) return;
    const again =
      renamed.length === 0 ? [] : await cypher.run<{ id: string }>(MENTIONS_OF_ACCOUNTS, { accountIds: renamed });
    const changed = [...new Set([...written.fresh, ...written.updated, ...again.map(({ id }) => id)])];
    const settlement = new Settlement(cypher, sets, this.#matchers);
    let waiting = changed;
    while (waiting.length > 0) {
      const moved: string[] = [];
      for (let at = 0; at < waiting.length; at += SLICE)
        for (const id of await settlement.ask(waiting.slice(at, at + SLICE))) moved.push(id);
      waiting = await responsesTo(cypher, moved);
    }
    await settlement.write();
  }
}

async function responsesTo(cypher: Cypher, ids: readonly string[]): Promise<string[]> {
  const responses: string[] = [];
  for (let at = 0; at < ids.length; at += SLICE) {
    const slice = await cypher.run<{ id: string }>(RESPONSES_TO, { ids: ids.slice(at, at + SLICE) });
    for (const { id } of slice) responses.push(id);
  }
  return responses;
}

function setsOf({ issueId, membership, query, pending, pendingQuery }: IssueSets): MembershipSet[] {
  const sets: MembershipSet[] = [];
  if (membership > 0) sets.push({ issueId, membership, query });
  if (pending !== null) sets.push({ issueId, membership: pending, query: pendingQuery! });
  return sets;
}

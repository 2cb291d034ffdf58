import { decideMembership } from '../../issues/decide-membership.js';
import type { Matchers } from '../../issues/matchers.js';
import type { Cypher } from '../connection.js';
import { type LoadedRow, type MatchableRow, matchableRow } from './matchable-row.js';
import { JOIN, LEAVE, LOCK_AND_LOAD, STAY } from './membership.cypher.js';

/** A set of IN_ISSUE relationships, told by their number, and the query that they follow. */
export interface MembershipSet {
  readonly issueId: string;
  readonly membership: number;
  readonly query: string;
}

interface Decided {
  readonly row: MatchableRow;
  readonly isIn: boolean;
}

const WRITE_SLICE = 5_000;

/** Decides inside one transaction who joins and who leaves which sets; writes it all at its end. */
export class Settlement {
  readonly #cypher: Cypher;
  readonly #matchers: Matchers;
  readonly #decided = new Map<MembershipSet, Map<string, Decided>>();
  readonly #rows = new Map<string, MatchableRow>();

  constructor(cypher: Cypher, sets: readonly MembershipSet[], matchers: Matchers) {
    this.#cypher = cypher;
    this.#matchers = matchers;
    for (const set of sets) this.#decided.set(set, new Map());
  }

  /** Asks these mentions anew; gives those that joined or left a set and have responses. */
  async ask(ids: readonly string[]): Promise<string[]> {
    const unknown = ids.filter((id) => !this.#rows.has(id));
    if (unknown.length > 0) {
      for (const loaded of await this.#cypher.run<LoadedRow>(LOCK_AND_LOAD, { ids: unknown })) {
        const row = matchableRow(loaded);
        if (row !== null) this.#rows.set(row.id, row);
      }
    }
    return this.decide(ids.flatMap((id) => this.#rows.get(id) ?? []));
  }

  /** The same about rows that are locked already. */
  decide(rows: readonly MatchableRow[]): string[] {
    const moved = new Set<string>();
    for (const [set, decided] of this.#decided) {
      const stored = membersAmong(rows, set.membership);
      const isMember = (id: string) => decided.get(id)?.isIn ?? stored.has(id);
      const { inside, joined, left } = decideMembership(this.#matchers.of(set.query), rows, isMember);
      for (const row of inside) decided.set(row.id, { row, isIn: true });
      for (const row of left) decided.set(row.id, { row, isIn: false });
      for (const { id, responses } of [...joined, ...left]) if (responses > 0) moved.add(id);
    }
    return [...moved];
  }

  /** All that were asked and belong in, whether they were in before or not, and have responses. */
  get insideWithResponses(): string[] {
    const ids: string[] = [];
    for (const decided of this.#decided.values())
      for (const { row, isIn } of decided.values()) if (isIn && row.responses > 0) ids.push(row.id);
    return ids;
  }

  async write(): Promise<void> {
    const joins: object[] = [];
    const leaves: object[] = [];
    const stays: object[] = [];
    for (const [{ issueId, membership }, decided] of this.#decided)
      for (const { row, isIn } of decided.values()) {
        const { id, kind, stream, mention } = row;
        const before = row.memberships.find((one) => one.membership === membership);
        const change = { id, issueId, membership, at: mention.publishedAt, kind, stream };
        if (before === undefined) {
          if (isIn) joins.push(change);
        } else if (!isIn) leaves.push(change);
        else if (before.stream !== stream || before.kind !== kind) stays.push(change);
      }
    await this.#inSlices(LEAVE, leaves);
    await this.#inSlices(STAY, stays);
    await this.#inSlices(JOIN, joins);
  }

  async #inSlices(statement: string, rows: readonly object[]): Promise<void> {
    for (let at = 0; at < rows.length; at += WRITE_SLICE)
      await this.#cypher.run(statement, { rows: rows.slice(at, at + WRITE_SLICE) });
  }
}

function membersAmong(rows: readonly MatchableRow[], number: number): ReadonlySet<string> {
  const members = new Set<string>();
  for (const { id, parentId, memberships, parentMemberships } of rows) {
    if (memberships.some(({ membership }) => membership === number)) members.add(id);
    if (parentMemberships.includes(number)) members.add(parentId!);
  }
  return members;
}

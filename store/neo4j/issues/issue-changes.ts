import { CodedError } from '#domain/errors/coded-error.js';
import type { Issue, NewIssue, SharingChange } from '#domain/issue.js';
import { changedSharing } from '#domain/issue-sharing.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { issueExists, unknownIssue } from '../../issues/issue-faults.js';
import { Matchers } from '../../issues/matchers.js';
import type { Cypher, Neo4jConnection } from '../connection.js';
import { awaitBatches, deleteDeadSets, giveUp } from './dead-sets.js';
import {
  ADD_ISSUE,
  BEGIN_CHANGE,
  LINK_OWNER,
  LINK_REGIONS,
  LOCK_ISSUE,
  NEXT_MEMBERSHIP,
  SHARE,
  SWITCH,
} from './issue.cypher.js';
import { Overtaken, rebuildMembership } from './rebuild-membership.js';
import type { MembershipSet } from './settlement.js';

interface LockedIssue {
  readonly issue: Issue;
  readonly membership: number;
  readonly pending: number | null;
}

/**
 * A query is matched into a set of its own, while readers see the one that counts, and then one transaction switches. Of
 * two changes of one issue the later goes on and the other ends. What is stopped leaves nothing; what is killed leaves a
 * set that never counts, which the next change deletes.
 */
export class IssueChanges {
  readonly #connection: Neo4jConnection;
  readonly #matchers = new Matchers();

  constructor(connection: Neo4jConnection) {
    this.#connection = connection;
  }

  async create(issue: NewIssue, at: number, onProgress: ProgressListener | undefined): Promise<Issue> {
    const { id, title, query, ownerAgencyId, sharedWith } = issue;
    const membership = await this.#connection.write(async (cypher) => {
      const next = await nextMembership(cypher);
      const [added] = await cypher.run(ADD_ISSUE, { id, title, query, ownerAgencyId, sharedWith });
      if (added === undefined) throw issueExists(id);
      await cypher.run(BEGIN_CHANGE, { id, query, pending: next });
      return next;
    });
    return this.#make({ issueId: id, membership, query }, at, onProgress, () => issueExists(id));
  }

  async changeQuery(
    issueId: string,
    query: string,
    at: number,
    onProgress: ProgressListener | undefined,
  ): Promise<Issue> {
    const membership = await this.#connection.write(async (cypher) => {
      const next = await nextMembership(cypher);
      const [issue] = await cypher.run<LockedIssue>(LOCK_ISSUE, { id: issueId });
      if (!issue?.membership) throw unknownIssue(issueId);
      await cypher.run(BEGIN_CHANGE, { id: issueId, query, pending: next });
      return next;
    });
    return this.#make({ issueId, membership, query }, at, onProgress, () => overtakenChange(issueId));
  }

  async share(issueId: string, change: SharingChange, at: number): Promise<Issue> {
    return this.#connection.write(async (cypher) => {
      const [locked] = await cypher.run<LockedIssue>(LOCK_ISSUE, { id: issueId });
      if (!locked?.membership) throw unknownIssue(issueId);
      const sharedWith = changedSharing(locked.issue.sharedWith, change);
      if (sharedWith === null) return locked.issue;
      const [shared] = await cypher.run<{ issue: Issue }>(SHARE, { id: issueId, sharedWith, at });
      await cypher.run(LINK_REGIONS, { id: issueId });
      return shared!.issue;
    });
  }

  async #make(
    set: MembershipSet,
    at: number,
    onProgress: ProgressListener | undefined,
    whenOvertaken: () => CodedError,
  ): Promise<Issue> {
    const connection = this.#connection;
    try {
      await awaitBatches(connection);
      await rebuildMembership({ connection, matchers: this.#matchers }, set, onProgress);
      const issue = await connection.write((cypher) => switchTo(cypher, set, at));
      await this.#clean(() => deleteDeadSets(connection));
      return issue;
    } catch (error) {
      await this.#clean(async () => {
        await giveUp(connection, set.issueId, set.membership);
        await deleteDeadSets(connection);
      });
      throw error instanceof Overtaken ? whenOvertaken() : error;
    }
  }

  /** What cannot be cleaned now, the next change cleans: it is no reason to say that this one failed. */
  async #clean(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof CodedError && error.code === 'STORE_UNAVAILABLE')) throw error;
    }
  }
}

async function nextMembership(cypher: Cypher): Promise<number> {
  const [row] = await cypher.run<{ membership: number }>(NEXT_MEMBERSHIP);
  return row!.membership;
}

async function switchTo(cypher: Cypher, { issueId, membership, query }: MembershipSet, at: number): Promise<Issue> {
  const [before] = await cypher.run<LockedIssue>(LOCK_ISSUE, { id: issueId });
  // Committed by a first try whose answer was lost.
  if (before?.membership === membership) return before.issue;
  if (before?.pending !== membership) throw new Overtaken();
  const [after] = await cypher.run<{ issue: Issue }>(SWITCH, { id: issueId, pending: membership, query, at });
  if (before.membership === 0) {
    await cypher.run(LINK_OWNER, { id: issueId });
    await cypher.run(LINK_REGIONS, { id: issueId });
  }
  return after!.issue;
}

function overtakenChange(issueId: string): CodedError {
  return new CodedError('STOPPED', `another process began to change the query of issue ${issueId} later, and goes on`, {
    at: issueId,
    hint: 'look at the issue when that change is done, and change the query again if it has to be yours',
  });
}

import type { IssueMatcher } from '#domain/issue-query/issue-matcher.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { decideMembership } from '../../issues/decide-membership.js';
import { Matchers } from '../../issues/matchers.js';
import type { Database } from '../database.js';
import type { Platforms } from '../platforms.js';
import { MatchableMentions, type MatchableRow } from './matchable-mentions.js';
import { rebuildMembership } from './rebuild-membership.js';

const SLICE = 5_000;
/** Fewer: one of them may have a hundred thousand responses. */
const PARENTS_SLICE = 250;
const NOBODY: ReadonlySet<number> = new Set();

const MEMBERS_OF = `SELECT i.mention_id AS id FROM json_each(?2) j CROSS JOIN issue_mention i
  ON i.issue_id = ?1 AND i.published_at = j.value ->> 0 AND i.mention_id = j.value ->> 1`;
const JOIN = 'INSERT OR REPLACE INTO issue_mention VALUES (?, ?, ?, ?, ?, ?)';
const LEAVE = 'DELETE FROM issue_mention WHERE issue_id = ? AND published_at = ? AND mention_id = ?';
const RESPONSES_TO = `SELECT m.id FROM json_each(?) j CROSS JOIN mention m INDEXED BY mention_by_parent
  ON m.parent_id = j.value WHERE m.published_at IS NOT NULL ORDER BY m.id`;
const OF_ACCOUNTS = `SELECT m.id FROM json_each(?) j CROSS JOIN mention m INDEXED BY mention_by_account
  ON m.account_id = j.value ORDER BY m.id`;

/** Keeps issue_mention true: what matches, and responses to what is in, however deep. See issue-matcher.ts for the rule. */
export class IssueMembership {
  readonly #database: Database;
  readonly #platforms: Platforms;
  readonly #mentions: MatchableMentions;
  readonly #matchers = new Matchers();

  constructor(database: Database, platforms: Platforms) {
    this.#database = database;
    this.#platforms = platforms;
    this.#mentions = new MatchableMentions(database, platforms);
  }

  /** After a batch, inside its transaction. `renamed`: accounts whose handle changed; all their mentions are asked again. */
  settle(written: { fresh: readonly number[]; updated: readonly number[] }, renamed: readonly number[]): void {
    const issues = this.#database.all<{ id: number; query: string }>('SELECT id, query FROM issue ORDER BY id');
    if (issues.length === 0) return;
    const fresh = new Set(written.fresh);
    const again = renamed.length === 0 ? [] : this.#ids(OF_ACCOUNTS, renamed).filter((id) => !fresh.has(id));
    const changed = [...written.fresh, ...new Set([...written.updated, ...again])];
    for (let at = 0; at < changed.length; at += SLICE) {
      const rows = this.#mentions.load(changed.slice(at, at + SLICE));
      for (const { id, query } of issues) this.#settleIssue(id, this.#matchers.of(query), rows, fresh);
    }
  }

  /** Matches all stored mentions anew, inside the caller's transaction. */
  rebuild(issueId: number, query: string, onProgress: ProgressListener | undefined): void {
    const parts = { database: this.#database, platforms: this.#platforms, mentions: this.#mentions };
    rebuildMembership(parts, issueId, this.#matchers.of(query), onProgress);
  }

  #settleIssue(
    issueId: number,
    matcher: IssueMatcher,
    rows: readonly MatchableRow[],
    fresh: ReadonlySet<number>,
  ): void {
    this.#cascade(issueId, matcher, this.#decide(issueId, matcher, rows, fresh));
  }

  /** Asks the responses to what joined or left, and theirs, until nothing moves. */
  #cascade(issueId: number, matcher: IssueMatcher, moved: readonly number[]): void {
    const waiting = [...moved];
    while (waiting.length > 0) {
      const responses = this.#ids(RESPONSES_TO, waiting.splice(-PARENTS_SLICE));
      for (let at = 0; at < responses.length; at += SLICE) {
        const rows = this.#mentions.load(responses.slice(at, at + SLICE));
        for (const id of this.#decide(issueId, matcher, rows, NOBODY)) waiting.push(id);
      }
    }
  }

  /** Puts the rows in or takes them out; gives those that moved. Fresh rows cannot be members yet. */
  #decide(issueId: number, matcher: IssueMatcher, rows: readonly MatchableRow[], fresh: ReadonlySet<number>): number[] {
    const askable: [number, number][] = [];
    for (const row of rows) {
      if (!fresh.has(row.id)) askable.push([row.mention.publishedAt, row.id]);
      if (row.parentPublishedAt !== null) askable.push([row.parentPublishedAt, row.parentId!]);
    }
    const members = new Set(this.#ids(MEMBERS_OF, askable, issueId));
    const { inside, joined, left } = decideMembership<number, MatchableRow>(matcher, rows, (id) => members.has(id));
    this.#join(issueId, inside);
    for (const { id, mention } of left) this.#database.run(LEAVE, issueId, mention.publishedAt, id);
    return [...joined, ...left].map(({ id }) => id);
  }

  #join(issueId: number, rows: readonly MatchableRow[]): void {
    const join = this.#database.prepare(JOIN);
    for (const { id, mention, platformId, stream, kind } of rows)
      join.run(issueId, mention.publishedAt, id, platformId, stream, kind);
  }

  #ids(sql: string, list: readonly unknown[], ...before: number[]): number[] {
    return this.#database.all<{ id: number }>(sql, ...before, JSON.stringify(list)).map(({ id }) => id);
  }
}

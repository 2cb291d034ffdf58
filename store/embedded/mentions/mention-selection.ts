import { MENTION_KINDS, STREAMS } from '#domain/mention.js';
import type { MentionFilter } from '#domain/ports/mention-store.js';
import type { SqlValue } from '../database.js';

/**
 * A filter as SQL: FROM and WHERE with their values in order of appearance, and the expressions that every list, count
 * and timeline is made of. `ordered` says that rows come in time order, so that a page need not sort.
 */
export interface MentionSelection {
  readonly from: string;
  readonly where: string;
  readonly values: readonly SqlValue[];
  readonly time: string;
  readonly id: string;
  readonly stream: string;
  readonly kind: string;
}

/** What a filter names, found in the store; null where the store has no such thing, and so no mention either. */
export interface FoundNames {
  readonly issueId?: number | null;
  readonly accountId?: number | null;
  readonly platformIds?: readonly number[];
  /** FTS5 expression, and whether so few mentions match it that they are the best place to start from. */
  readonly text?: { readonly query: string; readonly isRare: boolean };
}

/**
 * Starts from the narrowest thing that has an index in time order: a rare text, an account, an agency's accounts, an
 * issue, a region, or all mentions; the other conditions are asked of each row.
 */
export function selectMentions(filter: MentionFilter, names: FoundNames): MentionSelection {
  const conditions = new Conditions();
  const start = startOf(filter, names, conditions);
  const row = start.startsWith('issue_mention') ? 'i' : 'm';
  const id = row === 'i' ? 'i.mention_id' : 'm.id';
  conditions.add(`${row}.published_at IS NOT NULL`);
  if (filter.from !== undefined) conditions.add(`${row}.published_at >= ?`, filter.from);
  if (filter.to !== undefined) conditions.add(`${row}.published_at < ?`, filter.to);
  if (names.platformIds !== undefined) conditions.oneOf(`${row}.platform_id`, names.platformIds);
  if (filter.kinds !== undefined)
    conditions.oneOf(
      `${row}.kind`,
      filter.kinds.map((kind) => MENTION_KINDS.indexOf(kind)),
    );
  if (filter.streams !== undefined)
    conditions.oneOf(
      `${row}.stream`,
      filter.streams.map((stream) => STREAMS.indexOf(stream)),
    );
  if (filter.regionCode !== undefined) addRegion(conditions, filter.regionCode);
  if (names.text !== undefined && !names.text.isRare)
    conditions.add(`${id} IN (SELECT rowid FROM mention_text WHERE mention_text MATCH ?)`, names.text.query);
  const { where, values } = conditions;
  return { from: start, where: where.join(' AND '), values, ...columns(row, id) };
}

function columns(row: string, id: string) {
  return { time: `${row}.published_at`, id, stream: `${row}.stream`, kind: `${row}.kind` };
}

function startOf(filter: MentionFilter, names: FoundNames, conditions: Conditions): string {
  const rare = names.text?.isRare ? names.text : undefined;
  if (rare !== undefined) conditions.add('mention_text MATCH ?', rare.query);
  if (filter.accountId !== undefined) conditions.add('m.account_id = ?', names.accountId ?? -1);
  if (filter.agencyId !== undefined) conditions.add('a.agency_id = ?', filter.agencyId);
  if (filter.issueId !== undefined) {
    const isStart = rare === undefined && filter.accountId === undefined && filter.agencyId === undefined;
    if (isStart) {
      conditions.add('i.issue_id = ?', names.issueId ?? -1);
      return `issue_mention i${filter.regionCode === undefined ? '' : ' CROSS JOIN mention m ON m.id = i.mention_id'}`;
    }
    conditions.add(IN_ISSUE, names.issueId ?? -1);
  }
  const account = filter.agencyId === undefined ? '' : ' CROSS JOIN account a ON a.id = m.account_id';
  if (rare !== undefined) return `mention_text t CROSS JOIN mention m ON m.id = t.rowid${account}`;
  if (filter.accountId !== undefined) return `mention m INDEXED BY mention_by_account${account}`;
  if (filter.agencyId !== undefined)
    return `account a INDEXED BY account_by_agency
      CROSS JOIN mention m INDEXED BY mention_by_account ON m.account_id = a.id`;
  return `mention m INDEXED BY ${filter.regionCode === undefined ? 'mention_by_time' : 'mention_by_region'}`;
}

const IN_ISSUE = `EXISTS (SELECT 1 FROM issue_mention i
  WHERE i.issue_id = ? AND i.published_at = m.published_at AND i.mention_id = m.id)`;

/** A province is what its index is made of; what is narrower is asked besides. */
function addRegion(conditions: Conditions, area: string): void {
  conditions.add('m.region_code IS NOT NULL');
  conditions.add('substr(m.region_code, 1, 2) = ?', area.slice(0, 2));
  if (area.length !== 2)
    conditions.add('(m.region_code = ? OR substr(m.region_code, 1, ?) = ?)', area, area.length + 1, `${area}.`);
}

class Conditions {
  readonly where: string[] = [];
  readonly values: SqlValue[] = [];

  add(sql: string, ...values: readonly SqlValue[]): void {
    this.where.push(sql);
    this.values.push(...values);
  }

  oneOf(column: string, values: readonly number[]): void {
    // Nothing is in a list of NULL; of an empty list SQLite would make a constant, and then miss the index that it names.
    this.add(`${column} IN (${values.length === 0 ? 'NULL' : values.join(', ')})`);
  }
}

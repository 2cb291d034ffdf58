import { type MentionState, sameList } from '../../ingest/batch-mentions.js';
import type { Cypher } from '../connection.js';
import {
  ADD_MENTIONS,
  ADD_PARENTS,
  CHANGE_MENTIONS,
  CREATE_MENTIONS,
  CREATE_PLACEHOLDERS,
} from './batch-rows.cypher.js';
import { contentOf, type MentionRow, mentionColumns, parentColumns } from './mention-columns.js';
import { writeObjects } from './write-objects.js';

/** Which mentions a batch made or changed: `fresh` were no mentions before it. */
export interface WrittenMentions {
  readonly fresh: readonly string[];
  readonly updated: readonly string[];
  /** Until the server has done it; what is sent meanwhile comes behind it. */
  readonly written: Promise<unknown>;
}

/** Sends the states that a batch changed, and the relationships that follow from them. */
export function writeMentions(
  cypher: Cypher,
  importId: number,
  states: Iterable<MentionState<string>>,
): WrittenMentions {
  const all = [...states].sort((a, b) => (a.key < b.key ? -1 : 1));
  const fresh = all.filter(({ change }) => change === 'filled');
  const [created, filled] = [fresh.filter(isNew), fresh.filter((state) => !isNew(state))];
  const updated = all.filter(({ change }) => change === 'updated');
  const placeholders = all.filter((state) => isNew(state) && state.change === 'none').map(({ key }) => key);
  const rowsOf = (list: readonly MentionState<string>[]) => list.map((state) => rowOf(state, importId));
  const late = [...filled, ...updated].filter(getsParent);
  // Sent at once: the server does them one after the other, without waiting for us in between.
  const writes: Promise<unknown>[] = [];
  if (placeholders.length > 0) writes.push(cypher.run(CREATE_PLACEHOLDERS, { ids: placeholders }));
  if (created.length > 0) writes.push(cypher.run(CREATE_MENTIONS, mentionColumns(rowsOf(created))));
  if (filled.length > 0) writes.push(cypher.run(ADD_MENTIONS, mentionColumns(rowsOf(filled))));
  if (updated.length > 0) writes.push(cypher.run(CHANGE_MENTIONS, { rows: rowsOf(updated).map(changeOf) }));
  if (late.length > 0) writes.push(cypher.run(ADD_PARENTS, parentColumns(rowsOf(late))));
  writes.push(writeObjects(cypher, fresh, updated.filter(listsChanged)));
  const keyOf = ({ key }: MentionState<string>) => key;
  return { fresh: fresh.map(keyOf), updated: updated.map(keyOf), written: Promise.all(writes) };
}

function isNew({ stored }: MentionState<string>): boolean {
  return stored === null;
}

function getsParent({ parentKey, stored }: MentionState<string>): boolean {
  return parentKey !== null && (stored?.parentKey ?? null) === null;
}

function rowOf(state: MentionState<string>, importId: number): MentionRow {
  const { key, accountKey, parentKey } = state;
  return { ...state, id: key, accountId: accountKey, parentId: parentKey, importId };
}

function changeOf(row: MentionRow) {
  return { id: row.id, facts: contentOf(row) };
}

function listsChanged({ stored, ...now }: MentionState<string>): boolean {
  return (
    stored === null ||
    !sameList(stored.urls, now.urls) ||
    !sameList(stored.hashtags, now.hashtags) ||
    !sameList(stored.mediaHashes, now.mediaHashes)
  );
}

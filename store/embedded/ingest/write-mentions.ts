import type { Database } from '../database.js';
import type { MentionState } from './batch-mentions.js';

const COLUMNS = `kind, stream, account_id, published_at, parent_id, text, urls, hashtags, media_hashes, region_code,
  language, import_id, import_line`;
const INSERT = `INSERT INTO mention (id, platform_id, native_id, ${COLUMNS})
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
// A filled placeholder belongs to this import; a row that an earlier one brought keeps its own.
const FILL = `UPDATE mention SET kind = ?, stream = ?, account_id = ?, published_at = ?, parent_id = ?, text = ?,
  urls = ?, hashtags = ?, media_hashes = ?, region_code = ?, language = ?, import_id = ?, import_line = ? WHERE id = ?`;
const UPDATE = `UPDATE mention SET stream = ?, parent_id = ?, text = ?, urls = ?, hashtags = ?, media_hashes = ?,
  region_code = ?, language = ? WHERE id = ?`;
const FORGET_TEXT = `INSERT INTO mention_text (mention_text, rowid, text) VALUES ('delete', ?, ?)`;
const LEARN_TEXT = `INSERT INTO mention_text (rowid, text)
  SELECT m.id, m.text FROM json_each(?) j CROSS JOIN mention m ON m.id = j.value`;

/** Which mentions a batch made or changed: `fresh` were no mentions before it. */
export interface WrittenMentions {
  readonly fresh: readonly number[];
  readonly updated: readonly number[];
}

/** Writes the states that a batch changed, and their text into the full-text index. */
export function writeMentions(database: Database, importId: number, states: Iterable<MentionState>): WrittenMentions {
  const [insert, forget] = [database.prepare(INSERT), database.prepare(FORGET_TEXT)];
  const fresh: number[] = [];
  const updated: number[] = [];
  const texts: number[] = [];
  const late: MentionState[] = [];
  for (const state of states) {
    if (!state.stored) {
      const isMention = state.published_at !== null;
      insert.run(state.id, state.platform_id, state.native_id, ...columnsOf(state, isMention ? importId : null));
      if (isMention) fresh.push(state.id);
      if (state.text !== '') texts.push(state.id);
    } else if (state.change !== 'none') late.push(state);
  }
  for (const state of late) {
    if (state.text !== state.storedText) {
      if (state.storedText !== '') forget.run(state.id, state.storedText);
      texts.push(state.id);
    }
    (state.change === 'filled' ? fresh : updated).push(state.id);
    changeRow(database, importId, state);
  }
  if (texts.length > 0) database.run(LEARN_TEXT, JSON.stringify(texts.sort((a, b) => a - b)));
  return { fresh, updated };
}

function changeRow(database: Database, importId: number, state: MentionState): void {
  if (state.change === 'filled') {
    database.run(FILL, ...columnsOf(state, importId), state.id);
    return;
  }
  const { stream, parent_id, text, urls, hashtags, media_hashes, region_code, language, id } = state;
  database.run(UPDATE, stream, parent_id, text, urls, hashtags, media_hashes, region_code, language, id);
}

function columnsOf(state: MentionState, importId: number | null) {
  return [
    state.kind,
    state.stream,
    state.account_id,
    state.published_at,
    state.parent_id,
    state.text,
    state.urls,
    state.hashtags,
    state.media_hashes,
    state.region_code,
    state.language,
    importId,
    state.import_line,
  ] as const;
}

import { MENTION_KINDS, STREAMS } from '#domain/mention.js';
import type { MentionState } from '../../ingest/batch-mentions.js';
import type { Database } from '../database.js';
import type { Platforms } from '../platforms.js';

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
export function writeMentions(
  database: Database,
  platforms: Platforms,
  importId: number,
  states: Iterable<MentionState<number>>,
): WrittenMentions {
  const [insert, forget] = [database.prepare(INSERT), database.prepare(FORGET_TEXT)];
  const fresh: number[] = [];
  const updated: number[] = [];
  const texts: number[] = [];
  const late: MentionState<number>[] = [];
  for (const state of states) {
    if (state.stored === null) {
      const isMention = state.publishedAt !== null;
      const platformId = platforms.findOrAdd(state.platform);
      insert.run(state.key, platformId, state.nativeId, ...columnsOf(state, isMention ? importId : null));
      if (isMention) fresh.push(state.key);
      if (state.text !== '') texts.push(state.key);
    } else if (state.change !== 'none') late.push(state);
  }
  for (const state of late) {
    const storedText = state.stored!.text;
    if (state.text !== storedText) {
      if (storedText !== '') forget.run(state.key, storedText);
      texts.push(state.key);
    }
    (state.change === 'filled' ? fresh : updated).push(state.key);
    changeRow(database, importId, state);
  }
  if (texts.length > 0) database.run(LEARN_TEXT, JSON.stringify(texts.sort((a, b) => a - b)));
  return { fresh, updated };
}

function changeRow(database: Database, importId: number, state: MentionState<number>): void {
  if (state.change === 'filled') {
    database.run(FILL, ...columnsOf(state, importId), state.key);
    return;
  }
  const { parentKey, text, regionCode, language, key } = state;
  database.run(UPDATE, streamOf(state), parentKey, text, ...listsOf(state), regionCode, language, key);
}

function columnsOf(state: MentionState<number>, importId: number | null) {
  return [
    state.kind === null ? null : MENTION_KINDS.indexOf(state.kind),
    streamOf(state),
    state.accountKey,
    state.publishedAt,
    state.parentKey,
    state.text,
    ...listsOf(state),
    state.regionCode,
    state.language,
    importId,
    state.importLine,
  ] as const;
}

function streamOf({ stream }: MentionState<number>): number | null {
  return stream === null ? null : STREAMS.indexOf(stream);
}

function listsOf({ urls, hashtags, mediaHashes }: MentionState<number>) {
  return [writeList(urls), writeList(hashtags), writeList(mediaHashes)] as const;
}

function writeList(values: readonly string[]): string | null {
  return values.length === 0 ? null : JSON.stringify(values);
}

import type { MentionKind, Stream } from '#domain/mention.js';
import { searchWords } from '../mentions/search-words.js';
import { columnsOf } from './columns.js';

/** What may change when a source tells more. */
export interface MentionContent {
  readonly stream: Stream | null;
  readonly parentId: string | null;
  readonly text: string;
  readonly urls: readonly string[];
  readonly hashtags: readonly string[];
  readonly mediaHashes: readonly string[];
  readonly regionCode: string | null;
  readonly language: string | null;
}

export interface MentionRow extends MentionContent {
  readonly id: string;
  readonly platform: string;
  readonly nativeId: string;
  readonly kind: MentionKind | null;
  readonly accountId: string | null;
  readonly publishedAt: number | null;
  readonly importId: number | null;
  readonly importLine: number | null;
}

const PARENT = {
  id: ({ id }: MentionRow) => id,
  parentId: ({ parentId }: MentionRow) => parentId,
  kind: ({ kind }: MentionRow) => kind,
  publishedAt: ({ publishedAt }: MentionRow) => publishedAt,
};

const CONTENT = {
  stream: ({ stream }: MentionContent) => stream,
  parentId: ({ parentId }: MentionContent) => parentId,
  text: ({ text }: MentionContent) => text,
  words: ({ text }: MentionContent) => searchWords(text),
  urls: ({ urls }: MentionContent) => listOf(urls),
  hashtags: ({ hashtags }: MentionContent) => listOf(hashtags),
  mediaHashes: ({ mediaHashes }: MentionContent) => listOf(mediaHashes),
  regionCode: ({ regionCode }: MentionContent) => regionCode,
  province: ({ regionCode }: MentionContent) => (regionCode === null ? null : regionCode.slice(0, 2)),
  language: ({ language }: MentionContent) => language,
};

const MENTION = {
  ...PARENT,
  ...CONTENT,
  platform: ({ platform }: MentionRow) => platform,
  nativeId: ({ nativeId }: MentionRow) => nativeId,
  accountId: ({ accountId }: MentionRow) => accountId,
  importId: ({ importId }: MentionRow) => importId,
  importLine: ({ importLine }: MentionRow) => importLine,
};

/** For CREATE_MENTIONS and ADD_MENTIONS. */
export function mentionColumns(rows: readonly MentionRow[]): Record<string, unknown> {
  return columnsOf(rows, MENTION);
}

/** For ADD_PARENTS. */
export function parentColumns(rows: readonly MentionRow[]): Record<string, unknown> {
  return columnsOf(rows, PARENT);
}

/** For CHANGE_MENTIONS: what may change, and what follows from it. */
export function contentOf(mention: MentionContent): Record<string, unknown> {
  return Object.fromEntries(Object.entries(CONTENT).map(([name, read]) => [name, read(mention)]));
}

function listOf(values: readonly string[]): readonly string[] | null {
  return values.length === 0 ? null : values;
}

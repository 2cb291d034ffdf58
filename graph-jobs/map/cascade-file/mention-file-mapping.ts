import { parseColumnMapping } from '../../csv-file/column-mapping.js';

const FIELDS = ['mention', 'parent', 'account', 'time', 'followers', 'platform', 'region'] as const;
type MentionField = (typeof FIELDS)[number];

/** Which columns of a file make a mention; null where a field that may be absent has none. */
export type MentionFileMapping = Readonly<Record<'mention' | 'parent' | 'account' | 'time', string>> &
  Readonly<Record<'followers' | 'platform' | 'region', string | null>>;

export const DEFAULT_MENTION_MAPPING: MentionFileMapping = {
  mention: 'mention_id',
  /** Empty where the mention has none. */
  parent: 'parent_id',
  account: 'account_id',
  /** Unix seconds (a fraction is allowed) or ISO 8601; without a zone it is UTC. */
  time: 'published_at',
  followers: null,
  platform: null,
  region: null,
};

const HINT = `give field=COLUMN,…; the fields are ${FIELDS.join(', ')}`;

/** Reads `mention=id,parent=in_reply_to,…`, or the same as a JSON object; fields that are left out keep their column. Throws BAD_MAPPING. */
export function parseMentionFileMapping(text: string): MentionFileMapping {
  const named = parseColumnMapping<MentionField>(text, FIELDS, HINT);
  return { ...DEFAULT_MENTION_MAPPING, ...Object.fromEntries(named) };
}

import { badMapping, parseColumnMapping } from '../../csv-file/column-mapping.js';

/** Which columns of a CSV make an action. */
export interface ActionFileMapping {
  /** What is acted on: a post that is shared, a link, a hashtag. */
  readonly object: string;
  readonly account: string;
  /** Unix seconds (a fraction is allowed) or ISO 8601; without a zone it is UTC. */
  readonly time: string;
  /** The id of the sharing post itself. Without it every row is a post of its own. */
  readonly content?: string;
}

const FIELDS = ['object', 'account', 'time', 'content'] as const;

/** The format of CooRTweet's prep_data(). */
export const COORTWEET_MAPPING: ActionFileMapping = {
  object: 'object_id',
  account: 'account_id',
  time: 'timestamp_share',
  content: 'content_id',
};

const HINT = 'give object=COLUMN,account=COLUMN,time=COLUMN and, where there is one, content=COLUMN';

/** Reads `object=post_id,account=user_id,time=created_at[,content=id]`, or the same as a JSON object. Throws BAD_MAPPING. */
export function parseActionFileMapping(text: string): ActionFileMapping {
  const named = parseColumnMapping(text, FIELDS, HINT);
  for (const field of ['object', 'account', 'time'] as const) {
    if (!named.has(field)) throw badMapping(`no column is given for "${field}"`, HINT);
  }
  return Object.fromEntries(named) as unknown as ActionFileMapping;
}

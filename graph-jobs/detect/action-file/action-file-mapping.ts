import { CodedError } from '#domain/errors/coded-error.js';

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

/** Reads `object=post_id,account=user_id,time=created_at[,content=id]`, or the same as a JSON object. Throws BAD_MAPPING. */
export function parseActionFileMapping(text: string): ActionFileMapping {
  const named = text.trimStart().startsWith('{') ? fromJson(text) : fromPairs(text);
  const mapping = Object.fromEntries(FIELDS.map((field) => [field, named.get(field)]));
  for (const field of named.keys()) {
    if (!(FIELDS as readonly string[]).includes(field)) throw bad(`there is no field "${field}"`);
  }
  for (const field of ['object', 'account', 'time'] as const) {
    if (!mapping[field]) throw bad(`no column is given for "${field}"`);
  }
  return mapping as unknown as ActionFileMapping;
}

function fromPairs(text: string): Map<string, unknown> {
  const pairs = text.split(',').map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw bad(`"${pair}" is not field=column`);
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
  return new Map(pairs);
}

function fromJson(text: string): Map<string, unknown> {
  try {
    const entries = Object.entries(JSON.parse(text) as object);
    if (entries.every(([, column]) => typeof column === 'string')) return new Map(entries);
  } catch (cause) {
    throw bad('it is not valid JSON', cause);
  }
  throw bad('every column must be a string');
}

function bad(why: string, cause?: unknown): CodedError {
  return new CodedError('BAD_MAPPING', `The mapping cannot be used: ${why}`, {
    at: '--map',
    hint: 'give object=COLUMN,account=COLUMN,time=COLUMN and, where there is one, content=COLUMN',
    cause,
  });
}

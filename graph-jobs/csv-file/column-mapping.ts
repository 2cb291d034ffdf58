import { CodedError } from '#domain/errors/coded-error.js';

/** Reads `field=column,field=column`, or the same as a JSON object. Throws BAD_MAPPING; `hint` says what could be given. */
export function parseColumnMapping<Field extends string>(
  text: string,
  fields: readonly Field[],
  hint: string,
): Map<Field, string> {
  const named = text.trimStart().startsWith('{') ? fromJson(text, hint) : fromPairs(text, hint);
  for (const [field, column] of named) {
    if (!(fields as readonly string[]).includes(field)) throw badMapping(`there is no field "${field}"`, hint);
    if (column === '') throw badMapping(`no column is given for "${field}"`, hint);
  }
  return named as Map<Field, string>;
}

export function badMapping(why: string, hint: string, cause?: unknown): CodedError {
  return new CodedError('BAD_MAPPING', `The mapping cannot be used: ${why}`, { at: '--map', hint, cause });
}

function fromPairs(text: string, hint: string): Map<string, string> {
  const pairs = text.split(',').map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw badMapping(`"${pair}" is not field=column`, hint);
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
  return new Map(pairs);
}

function fromJson(text: string, hint: string): Map<string, string> {
  try {
    const entries = Object.entries(JSON.parse(text) as object);
    if (entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return new Map(entries);
  } catch (cause) {
    throw badMapping('it is not valid JSON', hint, cause);
  }
  throw badMapping('every column must be a string', hint);
}

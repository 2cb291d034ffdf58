import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { CodedError } from '#domain/errors/coded-error.js';
import { unreadableFile } from '#platform/unreadable-file.js';

/** A file of GraphQL. Throws BAD_INPUT_FILE with the line of a mistake. */
export function readGraphql(path: string): DocumentNode {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    if (!(cause instanceof GraphQLError)) throw unreadableFile(path, cause);
    const [place] = cause.locations ?? [];
    throw new CodedError('BAD_INPUT_FILE', cause.message, {
      at: place ? `${path}, line ${place.line} column ${place.column}` : path,
      hint: 'name a file of GraphQL, and mend what stands there',
      cause,
    });
  }
}

/** Every .graphql file of a folder, by name. */
export function readOperations(folder: string): { name: string; document: DocumentNode }[] {
  let files: string[];
  try {
    files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  } catch (cause) {
    throw unreadableFile(folder, cause, { hint: 'name a folder of .graphql files, one operation or more in each' });
  }
  if (files.length === 0)
    throw new CodedError('BAD_INPUT_FILE', 'the folder has no .graphql file: nothing would be checked', { at: folder });
  return files.sort().map((name) => ({ name, document: readGraphql(join(folder, name)) }));
}

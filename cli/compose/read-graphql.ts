import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { CodedError } from '#domain/errors/coded-error.js';

/** A file of GraphQL. Throws BAD_INPUT_FILE with the line of a mistake. */
export function readGraphql(path: string): DocumentNode {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const [place] = cause instanceof GraphQLError ? (cause.locations ?? []) : [];
    throw new CodedError('BAD_INPUT_FILE', (cause as Error).message, {
      at: place ? `${path}, line ${place.line} column ${place.column}` : path,
      hint: 'name a file of GraphQL that this process may read',
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
    const { code } = cause as NodeJS.ErrnoException;
    const hint = 'name a folder of .graphql files, one operation or more in each';
    throw new CodedError('BAD_INPUT_FILE', `the operations cannot be read: ${code}`, { at: folder, hint, cause });
  }
  if (files.length === 0)
    throw new CodedError('BAD_INPUT_FILE', 'the folder has no .graphql file: nothing would be checked', { at: folder });
  return files.sort().map((name) => ({ name, document: readGraphql(join(folder, name)) }));
}

import { readFileSync } from 'node:fs';
import { GraphQLError, parse } from 'graphql';
import { z } from 'zod';
import { CodedError } from '#domain/errors/coded-error.js';

/** Documents that clients were built with, by the ids under which they ask for them. */
export interface TrustedDocuments {
  readonly byId: ReadonlyMap<string, string>;
  readonly texts: ReadonlySet<string>;
}

/** As graphql-codegen and Relay write it. */
const BY_ID = z.record(z.string().min(1), z.string().min(1));
/** As Apollo's tools write it. */
const APOLLO = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
});

const HINT =
  'give an object of id and document, as graphql-codegen (persistedDocuments) and Relay write it, or the manifest that Apollo writes';

/** Reads a manifest. Throws BAD_INPUT_FILE, with the id of a document that is none. */
export function readTrustedDocuments(path: string): TrustedDocuments {
  const bad = (message: string, cause?: unknown) =>
    new CodedError('BAD_INPUT_FILE', message, { at: path, hint: HINT, cause });
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw bad(`the trusted documents cannot be read: ${(cause as NodeJS.ErrnoException).code ?? 'no JSON'}`, cause);
  }
  const apollo = APOLLO.safeParse(content);
  const plain = BY_ID.safeParse(content);
  if (!apollo.success && !plain.success) throw bad('the file holds no trusted documents');
  const byId = new Map(
    apollo.success
      ? apollo.data.operations.map(({ id, body }) => [id, body] as const)
      : Object.entries(plain.success ? plain.data : {}),
  );
  if (byId.size === 0) throw bad('the file holds no trusted documents: nobody could ask anything');
  for (const [id, text] of byId)
    try {
      parse(text);
    } catch (error) {
      if (error instanceof GraphQLError) throw bad(`the document "${id}" is no GraphQL: ${error.message}`, error);
      throw error;
    }
  return { byId, texts: new Set(byId.values()) };
}

import { CodedError } from '#domain/errors/coded-error.js';

/** `own`: fingerprint of the key in the data folder, null where it holds none. */
export function otherKey(location: string, own: string | null, kept: string): CodedError {
  const folder = own === null ? 'the data folder holds no pseudonym.key' : `the one in the data folder is ${own}`;
  return new CodedError(
    'BAD_CONFIGURATION',
    `the pseudonym key is not the one that this store was made with: the store's has the fingerprint ${kept}, ${folder}`,
    {
      at: location,
      hint:
        own === null
          ? 'check that --data or JEJARING_DATA names the right folder, or copy the original pseudonym.key into it'
          : 'check that --data or JEJARING_DATA names the folder that this store was made with ("jejaring doctor" tells the fingerprint of its key). Leave the keys where they are: each fits its own store alone. A store in which nothing is yet can be emptied instead (docs/neo4j.md, Moving up)',
    },
  );
}

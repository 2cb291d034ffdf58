import type { Claim } from '#domain/claim.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { LARGEST_PAGE } from '#domain/paging.js';
import type { ClaimStore, ClaimsOutcome, RefusedClaim } from '#domain/ports/claim-store.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { ClaimsFile } from '../read/read-claims.js';

/** Claims of one transaction. */
const BATCH = 500;

export interface ClaimsListener {
  readonly signal: AbortSignal;
  readonly onProgress: ProgressListener;
}

/**
 * Takes the claims of a file into the registry. One that the file gives no id is the stored claim of the same words, so that
 * the fact-checkers of several files stand together. Throws STOPPED between two batches; what was written stays.
 */
export async function importClaims(
  store: ClaimStore,
  { claims, givenIds }: Pick<ClaimsFile, 'claims' | 'givenIds'>,
  { signal, onProgress }: ClaimsListener,
): Promise<ClaimsOutcome> {
  const [given, derived] = [true, false].map((isGiven) => claims.filter(({ id }) => givenIds.has(id) === isGiven));
  const derivedIds = new Set(derived!.map(({ id }) => id));
  // Those that a file names come first: what has no id of its own is found among them too.
  const ordered = [...given!, ...derived!];
  const sum = { added: 0, updated: 0, unchanged: 0, joined: 0 };
  const refused: RefusedClaim[] = [];
  for (let at = 0; at < ordered.length; at += BATCH) {
    if (signal.aborted) throw stopped(at, ordered.length);
    const outcome = await store.put(ordered.slice(at, at + BATCH), derivedIds);
    for (const kind of ['added', 'updated', 'unchanged', 'joined'] as const) sum[kind] += outcome[kind];
    refused.push(...outcome.refused);
    onProgress(Math.min(at + BATCH, ordered.length), ordered.length);
  }
  return { ...sum, refused };
}

/** All claims of the registry, in order of id. */
export async function* storedClaims(store: ClaimStore): AsyncGenerator<Claim> {
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<ClaimStore['page']>> = await store.page({ first: LARGEST_PAGE, after });
    for (const { node } of page.items) yield node;
    if (!page.hasNextPage) return;
    after = page.items.at(-1)!.cursor;
  }
}

function stopped(done: number, total: number): CodedError {
  return new CodedError('STOPPED', `stopped after ${done} of ${total} claims, which are in the registry`, {
    hint: 'import the file again: claims that are there already change nothing',
  });
}

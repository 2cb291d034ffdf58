import type { Claim } from '#domain/claim.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { LARGEST_PAGE } from '#domain/paging.js';
import type { ClaimStore, RefusedClaim } from '#domain/ports/claim-store.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { claimHash, claimWords } from '../read/claim-words.js';
import type { ClaimsFile } from '../read/read-claims.js';

/** Claims of one transaction. */
const BATCH = 500;

export interface ImportedClaims {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Claims without an id whose words a stored claim of another id has: they are in that one. */
  readonly joined: number;
  readonly refused: readonly RefusedClaim[];
}

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
): Promise<ImportedClaims> {
  const unnamed = claims.some(({ id }) => !givenIds.has(id));
  const stored = unnamed ? await storedWords(store) : NOTHING;
  const named = claims.map((claim) => (givenIds.has(claim.id) ? claim : { ...claim, id: registeredId(claim, stored) }));
  const sum = { added: 0, updated: 0, unchanged: 0 };
  const refused: RefusedClaim[] = [];
  for (let at = 0; at < named.length; at += BATCH) {
    if (signal.aborted) throw stopped(at, named.length);
    const outcome = await store.put(named.slice(at, at + BATCH));
    for (const kind of ['added', 'updated', 'unchanged'] as const) sum[kind] += outcome[kind];
    refused.push(...outcome.refused);
    onProgress(Math.min(at + BATCH, named.length), named.length);
  }
  const joined = named.filter(({ id }, i) => id !== claims[i]!.id && stored.ids.has(id)).length;
  return { ...sum, joined, refused };
}

interface StoredWords {
  readonly ids: ReadonlySet<string>;
  readonly byWords: ReadonlyMap<string, string>;
}

const NOTHING: StoredWords = { ids: new Set(), byWords: new Map() };

async function storedWords(store: ClaimStore): Promise<StoredWords> {
  const ids = new Set<string>();
  const byWords = new Map<string, string>();
  for await (const { id, texts } of storedClaims(store)) {
    ids.add(id);
    for (const text of texts) {
      const words = claimWords(text);
      if (!byWords.has(words)) byWords.set(words, id);
    }
  }
  return { ids, byWords };
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

/** An article that checks several claims may come in several files: the second of them must not go by its address alone. */
function registeredId(claim: Claim, { ids, byWords }: StoredWords): string {
  const known = claim.texts.map((text) => byWords.get(claimWords(text))).find((id) => id !== undefined);
  if (known !== undefined) return known;
  return ids.has(claim.id) ? `${claim.id}#${claimHash(claim.texts[0]!)}` : claim.id;
}

function stopped(done: number, total: number): CodedError {
  return new CodedError('STOPPED', `stopped after ${done} of ${total} claims, which are in the registry`, {
    hint: 'import the file again: claims that are there already change nothing',
  });
}

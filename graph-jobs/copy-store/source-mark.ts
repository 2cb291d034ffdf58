import { createHash } from 'node:crypto';
import type { TransferStore } from '#domain/ports/transfer-store.js';
import { TRANSFER_KINDS } from '#domain/transfer/transfer-kinds.js';
import type { TransferKind } from '#domain/transfer/transfer-records.js';
import { readSum } from './read-sums.js';

/** Whatever writes to a store leaves something in one of these, or in a count: they are few and read at once. */
const TELLING: readonly TransferKind[] = [
  'regions',
  'agencies',
  'imports',
  'issues',
  'queryVersions',
  'runs',
  'findings',
  'jobs',
  'claims',
  'claimMatches',
];

/**
 * Tells one state of a store from another. Each batch of an import changes the journal, each query, run, review,
 * job, claim and match its own record. `counts`: of every kind, for a progress bar.
 */
export async function sourceMark(
  store: TransferStore,
): Promise<{ mark: string; counts: Readonly<Record<TransferKind, number>> }> {
  const counts: Partial<Record<TransferKind, number>> = {};
  const hash = createHash('sha256');
  for (const kind of TRANSFER_KINDS) {
    counts[kind] = await store.count(kind);
    const sum = TELLING.includes(kind) ? await readSum(store, kind, () => undefined) : null;
    hash.update(`${kind} ${counts[kind]} ${sum?.digest ?? ''}\n`);
  }
  return { mark: hash.digest('hex'), counts: counts as Record<TransferKind, number> };
}

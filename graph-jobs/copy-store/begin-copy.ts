import { CodedError } from '#domain/errors/coded-error.js';
import type { CopyCheckpoint, ShippedReference, TransferStore } from '#domain/ports/transfer-store.js';
import { TRANSFER_KINDS } from '#domain/transfer/transfer-kinds.js';

/**
 * Where the copy begins: at the start of a target that is empty or as shipped, which is marked as unfinished from here on, or where an
 * interrupted copy of the same, unchanged source stopped. Throws STORE_NOT_EMPTY, COPY_UNFINISHED,
 * COPY_IN_PROGRESS, SOURCE_CHANGED.
 */
export async function beginCopy(
  target: TransferStore,
  sourceMark: string,
  { resume, shipped }: { readonly resume: boolean; readonly shipped: ShippedReference },
): Promise<CopyCheckpoint> {
  const unfinished = await target.checkpoint();
  if (unfinished !== null) {
    if (unfinished.sourceMark !== sourceMark) throw sourceChanged(target);
    if (!resume)
      throw new CodedError('COPY_UNFINISHED', 'the target holds part of an interrupted copy of this source', {
        at: target.location,
        hint: 'go on with it: the same command with --resume',
      });
    return unfinished;
  }
  const checkpoint: CopyCheckpoint = { sourceMark, kind: TRANSFER_KINDS[0]!, after: null, sums: {} };
  await target.beginCopy(checkpoint, shipped);
  return checkpoint;
}

function sourceChanged(target: TransferStore): CodedError {
  return new CodedError(
    'SOURCE_CHANGED',
    'the target holds part of a copy of another source, or of this one before it changed',
    {
      at: target.location,
      hint: 'empty the target (docs/neo4j.md, "Moving up") and copy again from the start',
    },
  );
}

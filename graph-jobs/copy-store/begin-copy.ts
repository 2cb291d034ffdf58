import { CodedError } from '#domain/errors/coded-error.js';
import type { CopyCheckpoint, TransferStore } from '#domain/ports/transfer-store.js';
import { TRANSFER_KINDS } from '#domain/transfer/transfer-kinds.js';

/**
 * Where the copy begins: at the start of an empty target, which is marked as unfinished from here on, or where an
 * interrupted copy of the same, unchanged source stopped. Throws STORE_NOT_EMPTY, COPY_UNFINISHED,
 * COPY_IN_PROGRESS, SOURCE_CHANGED.
 */
export async function beginCopy(target: TransferStore, sourceMark: string, resume: boolean): Promise<CopyCheckpoint> {
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
  await assertEmpty(target);
  const checkpoint: CopyCheckpoint = { sourceMark, kind: TRANSFER_KINDS[0]!, after: null, sums: {} };
  await target.beginCopy(checkpoint);
  return checkpoint;
}

async function assertEmpty(target: TransferStore): Promise<void> {
  for (const kind of TRANSFER_KINDS) {
    const count = await target.count(kind);
    if (count > 0)
      throw new CodedError('STORE_NOT_EMPTY', `the target holds data already: ${count.toLocaleString('en')} ${kind}`, {
        at: target.location,
        hint: 'a copy goes into an empty store only; docs/neo4j.md, "Moving up", tells how to empty one',
      });
  }
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

import { CodedError } from '#domain/errors/coded-error.js';
import type { CopyCheckpoint, CopyStep } from '#domain/ports/transfer-store.js';

/**
 * Whether a step of a copy is still to be made, by the checkpoint that is kept: false where it was made before, and its
 * answer was lost on the way. Throws COPY_IN_PROGRESS where another process made other steps: the records would be doubled.
 */
export function isToBeMade(kept: string | null, { from, to }: CopyStep, location: string): boolean {
  if (kept === textOf(to)) return false;
  if (kept === (from === null ? null : textOf(from))) return true;
  throw new CodedError('COPY_IN_PROGRESS', 'another process copies into this store, and this one has stopped', {
    at: location,
    hint: 'nothing is lost: let the other one go on; should it stop, the same command with --resume goes on from there',
  });
}

/** As a checkpoint is kept: one that was read from its text gives the same text again. */
export function textOf(checkpoint: CopyCheckpoint): string {
  return JSON.stringify(checkpoint);
}

import { CodedError } from '#domain/errors/coded-error.js';
import type { CopyCheckpoint, RecordSum, ShippedReference, TransferStore } from '#domain/ports/transfer-store.js';
import { TRANSFER_KINDS } from '#domain/transfer/transfer-kinds.js';
import type { TransferKind } from '#domain/transfer/transfer-records.js';
import { beginCopy } from './begin-copy.js';
import { readSum } from './read-sums.js';
import { RecordDigest } from './record-digest.js';
import { sourceMark } from './source-mark.js';

export interface CopyProgress {
  readonly phase: 'copy' | 'compare';
  readonly kind: TransferKind;
  readonly done: number;
  readonly total: number;
}

export interface CopyRequest {
  readonly source: TransferStore;
  readonly target: TransferStore;
  /** Go on where an interrupted copy stopped. */
  readonly resume: boolean;
  /** What the target may hold, and loses: it was started once before the copy. Default: nothing. */
  readonly shipped?: ShippedReference;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CopyProgress) => void;
}

export interface ComparedKind {
  readonly kind: TransferKind;
  readonly source: RecordSum;
  readonly target: RecordSum;
  readonly equal: boolean;
}

const NOTHING: ShippedReference = { regions: [], agencies: [] };

/**
 * Copies everything that one store holds into an empty one, a slice at a time, and compares the two by count and digest
 * of every kind of record. Killed at any moment it can be resumed, with nothing lost or doubled. Until both are found
 * equal the target opens for nothing else. Throws STORE_NOT_EMPTY, COPY_UNFINISHED, COPY_IN_PROGRESS,
 * SOURCE_CHANGED, STOPPED.
 */
export async function copyStore(request: CopyRequest): Promise<readonly ComparedKind[]> {
  const { source, target, resume, shipped = NOTHING } = request;
  const { mark, counts } = await sourceMark(source);
  let checkpoint = await beginCopy(target, mark, { resume, shipped });
  while (checkpoint.kind !== null) checkpoint = await copyKind(request, checkpoint, checkpoint.kind, counts);
  if ((await sourceMark(source)).mark !== mark) throw changedMeanwhile(source);
  const compared: ComparedKind[] = [];
  for (const kind of TRANSFER_KINDS) {
    const read = checkpoint.sums[kind]!;
    const written = await readSum(target, kind, (done) => {
      assertGoingOn(request);
      request.onProgress?.({ phase: 'compare', kind, done, total: counts[kind] });
    });
    const equal = read.count === written.count && read.digest === written.digest;
    compared.push({ kind, source: read, target: written, equal });
  }
  if (compared.every(({ equal }) => equal)) await target.endCopy();
  return compared;
}

/** From where the checkpoint stands to the end of its kind: the checkpoint at the start of the next one. */
async function copyKind<Kind extends TransferKind>(
  request: CopyRequest,
  from: CopyCheckpoint,
  kind: Kind,
  counts: Readonly<Record<TransferKind, number>>,
): Promise<CopyCheckpoint> {
  const { source, target, onProgress } = request;
  const digest = new RecordDigest(kind, from.sums[kind]);
  let reading = source.read(kind, from.after);
  for (let checkpoint = from; ; ) {
    assertGoingOn(request);
    const { records, next } = await reading;
    digest.add(records);
    const sums = { ...from.sums, [kind]: digest.sum };
    const at = next === null ? { kind: kindAfter(kind), after: null } : { kind, after: next };
    const step = { from: checkpoint, to: { sourceMark: from.sourceMark, ...at, sums } };
    const writing = target.write(kind, records, step);
    // The next slice is read while this one is written.
    if (next !== null) reading = source.read(kind, next);
    reading.catch(() => undefined);
    await writing;
    onProgress?.({ phase: 'copy', kind, done: digest.sum.count, total: counts[kind] });
    checkpoint = step.to;
    if (next === null) return checkpoint;
  }
}

function kindAfter(kind: TransferKind): TransferKind | null {
  return TRANSFER_KINDS[TRANSFER_KINDS.indexOf(kind) + 1] ?? null;
}

function assertGoingOn({ signal, target }: CopyRequest): void {
  if (!signal?.aborted) return;
  throw new CodedError('STOPPED', 'the copy was stopped; what was copied is kept', {
    at: target.location,
    hint: 'go on with it: the same command with --resume',
  });
}

function changedMeanwhile(source: TransferStore): CodedError {
  return new CodedError(
    'SOURCE_CHANGED',
    'the source changed while it was copied: the copy may hold half of the change',
    {
      at: source.location,
      hint: 'stop imports, workers and the hub on the source, empty the target (docs/neo4j.md, "Moving up") and copy again',
    },
  );
}

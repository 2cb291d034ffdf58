import type { CursorKey } from '../cursor.js';
import type { TransferKind, TransferRecords } from '../transfer/transfer-records.js';

/** Records of one kind; `next` leads to those behind them, null at the end. */
export interface TransferSlice<Kind extends TransferKind> {
  readonly records: readonly TransferRecords[Kind][];
  readonly next: CursorKey | null;
}

/** Count and digest of the records of a kind, as far as they have been read. */
export interface RecordSum {
  readonly count: number;
  /** Hexadecimal; the same for the same records in any order. */
  readonly digest: string;
}

/** How far a copy has come, kept in its target with the records that it counts. */
export interface CopyCheckpoint {
  /** Which source, and that it is as it was. */
  readonly sourceMark: string;
  /** The kind that is being copied; null once all are, and only the comparison is left. */
  readonly kind: TransferKind | null;
  /** Where to go on in it; null from its start. */
  readonly after: CursorKey | null;
  /** What of each kind has been copied. */
  readonly sums: Readonly<Partial<Record<TransferKind, RecordSum>>>;
}

/** From one checkpoint to the next; from null at the beginning of a copy. */
export interface CopyStep {
  readonly from: CopyCheckpoint | null;
  readonly to: CopyCheckpoint;
}

/** What a new store is filled with at its first start, before it has data of anybody's own. */
export type ShippedReference = {
  readonly [Kind in 'regions' | 'agencies']: readonly TransferRecords[Kind][];
};

/**
 * The whole of one store, record by record, for `jejaring copy`. While a checkpoint is kept the store is half of another:
 * it opens for nothing else (COPY_UNFINISHED). Methods throw STORE_UNAVAILABLE when it is out of reach.
 */
export interface TransferStore {
  /** Where it is, without credentials. */
  readonly location: string;
  count(kind: TransferKind): Promise<number>;
  /** A slice in an order of the store's own, bounded in rows and in size. The store must not change meanwhile. */
  read<Kind extends TransferKind>(kind: Kind, after: CursorKey | null): Promise<TransferSlice<Kind>>;
  /**
   * Writes the records and the checkpoint that the step leads to, all or nothing; nothing where that one is kept already.
   * Throws COPY_IN_PROGRESS where the one that it comes from is not kept any more: another process copies, too.
   */
  write<Kind extends TransferKind>(
    kind: Kind,
    records: readonly TransferRecords[Kind][],
    step: CopyStep,
  ): Promise<void>;
  /** Null where no copy is unfinished. */
  checkpoint(): Promise<CopyCheckpoint | null>;
  /**
   * Marks the store as the target of a copy, and takes the regions and agencies out of it: the source brings its own.
   * Throws COPY_IN_PROGRESS where it is the target of another copy, STORE_NOT_EMPTY where it holds anything else, or others
   * than the shipped ones; whoever comes second sees what the first did, whole copies included.
   */
  beginCopy(checkpoint: CopyCheckpoint, shipped: ShippedReference): Promise<void>;
  /** From then on the store opens as any other. */
  endCopy(): Promise<void>;
  close(): Promise<void>;
}

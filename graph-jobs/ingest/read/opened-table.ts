import type { RawRows } from './raw-row.js';
import type { Fields } from './record-framer.js';

/** A CSV or TSV file, or a sheet of a workbook, whose header has been read. */
export interface Table {
  readonly columns: readonly string[];
  /** Reads the rows; `isGoodRow` tells rows from text where quotes are broken, see RecordFramer. To be called once. */
  rows(isGoodRow: (fields: Fields) => boolean): RawRows<Fields>;
}

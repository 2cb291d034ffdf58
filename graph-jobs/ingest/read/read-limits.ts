/** What one row may take of memory; anything larger is rejected and passed over. */
export interface ReadLimits {
  /** Bytes of a physical line, and of all lines of a record with quoted line breaks. */
  readonly lineBytes: number;
  /** Characters (UTF-16 units) of one field of a table. */
  readonly fieldLength: number;
  /** Physical lines of one record. */
  readonly recordLines: number;
  /** Bytes of one value in a JSON document. */
  readonly valueBytes: number;
}

const MIB = 1 << 20;

export const READ_LIMITS: ReadLimits = {
  lineBytes: 16 * MIB,
  fieldLength: MIB,
  recordLines: 10_000,
  valueBytes: 64 * MIB,
};

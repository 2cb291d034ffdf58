/** No slot, no code. */
export const NONE = 0xffffffff;

/** A column that grows as it is written beyond its end; what was never written holds `empty`. */
export function grownTo<T extends Uint32Array | Float64Array | Uint8Array>(column: T, index: number, empty = 0): T {
  if (index < column.length) return column;
  const length = Math.max(1 << 10, index + 1, column.length + (column.length >> 1));
  const grown = new (column.constructor as new (length: number) => T)(length);
  grown.set(column);
  if (empty !== 0) grown.fill(empty, column.length);
  return grown;
}

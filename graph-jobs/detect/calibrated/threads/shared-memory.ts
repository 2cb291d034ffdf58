type TypedArray = Uint32Array | Float64Array | Uint8Array;

/** The same, with all typed arrays in memory that threads share instead of copying it. */
export function onSharedMemory<T extends object>(of: T): T {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, sharedValue(value)])) as T;
}

function sharedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sharedValue);
  return ArrayBuffer.isView(value) ? sharedArray(value as TypedArray) : value;
}

function sharedArray(from: TypedArray): TypedArray {
  const make = from.constructor as new (buffer: SharedArrayBuffer) => TypedArray;
  const to = new make(new SharedArrayBuffer(from.byteLength));
  to.set(from);
  return to;
}

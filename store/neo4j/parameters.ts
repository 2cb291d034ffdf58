import neo4j from 'neo4j-driver';

export type Parameters = Readonly<Record<string, unknown>>;

/**
 * The driver sends every plain number as a FLOAT. Here, and nowhere else, whole numbers become INTEGERs; they are read
 * back as numbers (`disableLosslessIntegers`), since all of ours are safe integers.
 */
export function toParameters(parameters: Parameters): Record<string, unknown> {
  return toValue(parameters) as Record<string, unknown>;
}

function toValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toValue);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as Iterable<number>, toValue);
  const converted: Record<string, unknown> = {};
  for (const key in value) converted[key] = toValue((value as Record<string, unknown>)[key]);
  return converted;
}

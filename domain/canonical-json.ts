/**
 * JSON with the keys of every object in one order and no white space: equal values give equal bytes. Fields that
 * are undefined are left out, as JSON.stringify does. Throws for numbers that JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function ordered(part: unknown): unknown {
  if (typeof part === 'number' && !Number.isFinite(part)) throw new RangeError(`${part} has no form in JSON`);
  if (part === null || typeof part !== 'object') return part;
  if (Array.isArray(part)) return part.map(ordered);
  const fields = part as Record<string, unknown>;
  const sorted: [string, unknown][] = Object.keys(fields)
    .sort()
    .map((key) => [key, ordered(fields[key])]);
  return Object.fromEntries(sorted);
}

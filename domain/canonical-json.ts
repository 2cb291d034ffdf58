/**
 * JSON with the keys of every object in one order and no white space: equal values give equal bytes. Fields that
 * are undefined are left out, as JSON.stringify does. Throws for numbers that JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'number' && !Number.isFinite(part)) throw new RangeError(`${part} has no form in JSON`);
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    const fields = part as Record<string, unknown>;
    return Object.fromEntries(
      Object.keys(fields)
        .sort()
        .map((key) => [key, fields[key]]),
    );
  });
}

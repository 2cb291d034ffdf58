/** An object of an answer, as it came as JSON. */
export type Data = Record<string, unknown>;

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Puts what one subgraph knows of an object to what others told of it. Lists stand item by item, since both were asked for
 * the same field. A null never covers what another subgraph gave: it may be where an error was.
 */
export function mergeData(target: Data, source: Data): void {
  for (const key in source) {
    const [known, given] = [target[key], source[key]];
    if (known === undefined || known === null) target[key] = given;
    else if (given !== null && given !== undefined) target[key] = mergedValue(known, given);
  }
}

function mergedValue(known: unknown, given: unknown): unknown {
  if (isData(known) && isData(given)) mergeData(known, given);
  else if (Array.isArray(known) && Array.isArray(given) && known.length === given.length)
    return known.map((item, i) =>
      item === null || item === undefined ? given[i] : mergedValue(item, given[i] ?? item),
    );
  else if (!Array.isArray(known)) return given;
  return known;
}

/** Sorting as many takes some milliseconds. */
const PIECE = 10_000;

/** The items in order. A server has others to serve: between pieces it gets to them. */
export async function sortedInPieces<T>(
  items: readonly T[],
  compare: (one: T, other: T) => number,
  piece: number = PIECE,
): Promise<T[]> {
  let parts: T[][] = [];
  for (let at = 0; at < items.length; at += piece) {
    if (at > 0) await othersServed();
    parts.push(items.slice(at, at + piece).sort(compare));
  }
  while (parts.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < parts.length; at += 2) merged.push(await mergedInPieces(parts[at]!, parts[at + 1] ?? []));
    parts = merged;
  }
  return parts[0] ?? [];

  async function mergedInPieces(ones: readonly T[], others: readonly T[]): Promise<T[]> {
    const all: T[] = [];
    for (let one = 0, other = 0; one < ones.length || other < others.length; ) {
      const isOne = other === others.length || (one < ones.length && compare(ones[one]!, others[other]!) <= 0);
      all.push(isOne ? ones[one++]! : others[other++]!);
      if (all.length % piece === 0) await othersServed();
    }
    return all;
  }
}

function othersServed(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

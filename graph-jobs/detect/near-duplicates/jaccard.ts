/** Whether sets of `a` and `b` elements, `shared` in common, have a Jaccard similarity of at least `least`. */
export function isSimilar(shared: number, a: number, b: number, least: number): boolean {
  return shared >= least * (a + b - shared);
}

/** The fewest elements in common with which isSimilar() holds. */
export function leastShared(a: number, b: number, least: number): number {
  let shared = Math.max(0, Math.ceil((least * (a + b)) / (1 + least)) - 1);
  while (!isSimilar(shared, a, b, least)) shared += 1;
  return shared;
}

/**
 * How many of its first shingles a set must be looked up by: any other set that is similar has one of them among its own
 * first ones, both in the same order (prefix filtering, Chaudhuri et al. 2006).
 */
export function prefixLength(size: number, least: number): number {
  // Of the similar sets, one that lies wholly in this one needs the fewest in common.
  let fewest = Math.max(0, Math.ceil(least * size) - 1);
  while (fewest < least * size) fewest += 1;
  return size - fewest + 1;
}

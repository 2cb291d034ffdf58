/**
 * Indices of the `top` largest values above 0, largest first; equal values in the order of their account ids by code
 * unit, so that a ranking never depends on the order of the input. The native sort of the plain numbers finds the cut:
 * comparing ids is left for the few above it.
 */
export function rankTop(
  values: Uint32Array | Float64Array,
  accountId: (index: number) => string,
  top: number,
): number[] {
  if (top <= 0 || values.length === 0) return [];
  const ascending = values.slice().sort();
  const cut = ascending[Math.max(0, values.length - top)]!;
  const candidates: number[] = [];
  values.forEach((value, index) => {
    if (value > 0 && value >= cut) candidates.push(index);
  });
  return candidates
    .sort((one, other) => values[other]! - values[one]! || byCodeUnit(accountId(one), accountId(other)))
    .slice(0, top);
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

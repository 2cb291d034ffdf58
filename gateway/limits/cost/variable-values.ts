/** Whether values that a request brings, with all that is in them, are more than so many. Counts no further. */
export function areMoreValues(values: unknown, most: number): boolean {
  const left: unknown[] = [values];
  let count = 0;
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const inside of Object.values(value)) {
      count += 1;
      if (count > most) return true;
      left.push(inside);
    }
  }
  return false;
}

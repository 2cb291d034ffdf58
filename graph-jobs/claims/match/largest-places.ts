/**
 * The places, ascending, of the `most` largest of numbers above 0, of equal ones the first; all numbers are 0 after it. Nearly
 * every number costs one comparison with the smallest of those that are held, in a heap with that one on top.
 */
export function largestPlaces(numbers: Float64Array, most: number): Uint32Array {
  const values = new Float64Array(most);
  const places = new Uint32Array(most);
  let held = 0;
  let least = 0;
  for (let place = 0; place < numbers.length; place++) {
    const value = numbers[place]!;
    // A later one of the same size is not larger.
    if (value <= least) continue;
    if (held < most) {
      rise(values, places, held, value, place);
      held += 1;
    } else sink(values, places, value, place);
    if (held === most) least = values[0]!;
  }
  numbers.fill(0);
  return places.subarray(0, held).sort();
}

/** Up from the end, until what is above is to go first. */
function rise(values: Float64Array, places: Uint32Array, end: number, value: number, place: number): void {
  let at = end;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (goesFirst(values[above]!, places[above]!, value, place)) break;
    values[at] = values[above]!;
    places[at] = places[above]!;
    at = above;
  }
  values[at] = value;
  places[at] = place;
}

/** Down from the top, which goes, until all below go later. */
function sink(values: Float64Array, places: Uint32Array, value: number, place: number): void {
  const length = values.length;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= length) break;
    const other = below + 1;
    if (other < length && goesFirst(values[other]!, places[other]!, values[below]!, places[below]!)) below = other;
    if (goesFirst(value, place, values[below]!, places[below]!)) break;
    values[at] = values[below]!;
    places[at] = places[below]!;
    at = below;
  }
  values[at] = value;
  places[at] = place;
}

/** Whether one is given up before the other: the smaller, of equals the later. */
function goesFirst(value: number, place: number, otherValue: number, otherPlace: number): boolean {
  return value < otherValue || (value === otherValue && place > otherPlace);
}

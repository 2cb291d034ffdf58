/**
 * The `most` first of the places 0 .. length - 1 in an order without ties, sorted. Those held so far are a heap with the
 * last of them on top, so that nearly every other place costs one comparison, and memory is that of `most`.
 */
export function firstPlaces(length: number, most: number, order: (a: number, b: number) => number): number[] {
  const heap: number[] = [];
  for (let place = 0; place < length && most > 0; place++) {
    if (heap.length < most) rise(heap, heap.push(place) - 1, order);
    else if (order(place, heap[0]!) < 0) {
      heap[0] = place;
      sink(heap, order);
    }
  }
  return heap.sort(order);
}

/** Up from the end, until what is above comes later in the order. */
function rise(heap: number[], from: number, order: (a: number, b: number) => number): void {
  for (let at = from; at > 0; ) {
    const above = (at - 1) >> 1;
    if (order(heap[above]!, heap[at]!) > 0) return;
    swap(heap, above, at);
    at = above;
  }
}

/** Down from the top, until all below come earlier in the order. */
function sink(heap: number[], order: (a: number, b: number) => number): void {
  for (let at = 0; ; ) {
    let last = at;
    for (const below of [2 * at + 1, 2 * at + 2])
      if (below < heap.length && order(heap[below]!, heap[last]!) > 0) last = below;
    if (last === at) return;
    swap(heap, last, at);
    at = last;
  }
}

function swap(heap: number[], one: number, other: number): void {
  const kept = heap[one]!;
  heap[one] = heap[other]!;
  heap[other] = kept;
}

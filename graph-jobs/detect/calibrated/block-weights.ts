import type { LayerActivity } from './layer-activity.js';

/**
 * How many slot pairs fall to a pair of accounts for each action of one in a block and of the other in the same block or
 * another: 2 x slot pairs / (actions in the block)^2 within one, slot pairs / (product of the actions) across two.
 * Entries start[z] .. start[z + 1] - 1 are those of block z, the other block in `block`.
 */
export interface BlockWeights {
  readonly start: Uint32Array;
  readonly block: Uint32Array;
  /** By window, one weight an entry. */
  readonly byWindow: readonly Float64Array[];
}

/**
 * With `across`, slot pairs with their ends in two blocks are expected of those who act in the one and the other. Without,
 * as in the prototype, they are half in each, and two accounts that meet at a border of blocks meet against every
 * expectation.
 */
export function blockWeights(layer: LayerActivity, windowsMs: readonly number[], across: boolean): BlockWeights {
  const { size } = layer.blocks;
  const counts = new SlotsByBlocks(size.length, windowsMs.length);
  const runEnd = runEnds(layer);
  windowsMs.forEach((windowMs, window) => {
    forEachRun(layer, runEnd, windowMs, (block, other, pairs) => {
      if (across || block === other) counts.add(block, other, window, pairs);
      else {
        counts.add(block, block, window, pairs / 2);
        counts.add(other, other, window, pairs / 2);
      }
    });
  });
  return counts.weights(size);
}

/** For every action the first one after it on the object that is in another block. */
function runEnds({ actions, blocks: { block } }: LayerActivity): Uint32Array {
  const { length, object } = actions;
  const ends = new Uint32Array(length);
  for (let row = length - 1; row >= 0; row--) {
    const goesOn = row + 1 < length && object[row + 1] === object[row] && block[row + 1] === block[row];
    ends[row] = goesOn ? ends[row + 1]! : row + 1;
  }
  return ends;
}

/** Each action with the later ones on its object within the window, as many at once as are in one block. */
function forEachRun(
  { actions, blocks: { block } }: LayerActivity,
  runEnd: Uint32Array,
  windowMs: number,
  each: (block: number, other: number, pairs: number) => void,
): void {
  const { length, object, time } = actions;
  let high = 0;
  for (let row = 0; row < length; row++) {
    if (high <= row) high = row + 1;
    while (high < length && object[high] === object[row] && time[high]! - time[row]! <= windowMs) high += 1;
    for (let at = row + 1; at < high; ) {
      const end = Math.min(runEnd[at]!, high);
      each(block[row]!, block[at]!, end - at);
      at = end;
    }
  }
}

class SlotsByBlocks {
  readonly #blocks: number;
  readonly #windows: number;
  readonly #within: Float64Array;
  readonly #across = new Map<number, Float64Array>();

  constructor(blocks: number, windows: number) {
    this.#blocks = blocks;
    this.#windows = windows;
    this.#within = new Float64Array(blocks * windows);
  }

  add(block: number, other: number, window: number, pairs: number): void {
    if (block === other) {
      this.#within[block * this.#windows + window]! += pairs;
      return;
    }
    const key = Math.min(block, other) * this.#blocks + Math.max(block, other);
    let counts = this.#across.get(key);
    if (counts === undefined) {
      counts = new Float64Array(this.#windows);
      this.#across.set(key, counts);
    }
    counts[window]! += pairs;
  }

  weights(size: Uint32Array): BlockWeights {
    const others: { other: number; counts: Float64Array }[][] = Array.from(size, () => []);
    for (const key of [...this.#across.keys()].sort((a, b) => a - b)) {
      const [one, other] = [Math.floor(key / this.#blocks), key % this.#blocks];
      others[one]!.push({ other, counts: this.#across.get(key)! });
      others[other]!.push({ other: one, counts: this.#across.get(key)! });
    }
    const start = new Uint32Array(size.length + 1);
    const block: number[] = [];
    const byWindow: number[][] = Array.from({ length: this.#windows }, () => []);
    for (let own = 0; own < size.length; own++) {
      block.push(own);
      for (let w = 0; w < this.#windows; w++)
        byWindow[w]!.push((2 * this.#within[own * this.#windows + w]!) / size[own]! ** 2);
      for (const { other, counts } of others[own]!) {
        block.push(other);
        for (let w = 0; w < this.#windows; w++) byWindow[w]!.push(counts[w]! / (size[own]! * size[other]!));
      }
      start[own + 1] = block.length;
    }
    return { start, block: Uint32Array.from(block), byWindow: byWindow.map((one) => Float64Array.from(one)) };
  }
}

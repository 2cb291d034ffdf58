import { HIGH, LOW } from '../../../csv-file/packed-pairs.js';

type Numbers = Uint16Array | Uint32Array | Float64Array;

/** Shorter runs are sorted where they are. */
const SHORT_RUN = 24;
const WORD = 2 ** 32;

/**
 * Sorts rows by object and time where they are, rows that tie in both as it happens: no order of rows is held, nor a
 * second column. Gives where each object starts; `object` is in the order of rows afterwards too.
 */
export function sortRows(
  object: Uint16Array | Uint32Array,
  objectCount: number,
  time: Uint32Array | Float64Array,
  code: Uint32Array,
): Uint32Array {
  const start = new Uint32Array(objectCount + 1);
  for (let row = 0; row < object.length; row++) start[object[row]! + 1]!++;
  for (let own = 0; own < objectCount; own++) start[own + 1]! += start[own]!;
  if (!ascending(object, 0, object.length)) gatherObjects(object, start, time, code);
  sortTimes(start, time, code);
  return start;
}

function ascending(numbers: Numbers, from: number, end: number): boolean {
  for (let i = from + 1; i < end; i++) if (numbers[i]! < numbers[i - 1]!) return false;
  return true;
}

/** Every row goes to where its object's rows are, and the one that lies there goes on (American flag sort, McIlroy et al. 1993). */
function gatherObjects(
  object: Uint16Array | Uint32Array,
  start: Uint32Array,
  time: Uint32Array | Float64Array,
  code: Uint32Array,
): void {
  const next = start.slice();
  for (let own = 0; own + 1 < start.length; own++) {
    for (let at = next[own]!; at < start[own + 1]!; at = next[own]!) {
      let moving = object[at]!;
      let when = time[at]!;
      let what = code[at]!;
      while (moving !== own) {
        const to = next[moving]!++;
        const movingNext = object[to]!;
        const whenNext = time[to]!;
        const whatNext = code[to]!;
        object[to] = moving;
        time[to] = when;
        code[to] = what;
        moving = movingNext;
        when = whenNext;
        what = whatNext;
      }
      object[at] = moving;
      time[at] = when;
      code[at] = what;
      next[own]!++;
    }
  }
}

function sortTimes(start: Uint32Array, time: Uint32Array | Float64Array, code: Uint32Array): void {
  let pairs = new BigUint64Array(0);
  for (let own = 0; own + 1 < start.length; own++) {
    const from = start[own]!;
    const end = start[own + 1]!;
    if (ascending(time, from, end)) continue;
    if (end - from <= SHORT_RUN) sortShort(time, code, from, end);
    else {
      if (end - from > pairs.length) pairs = new BigUint64Array(end - from);
      sortRun(time.subarray(from, end), code.subarray(from, end), pairs.subarray(0, end - from));
    }
  }
}

function sortShort(time: Uint32Array | Float64Array, code: Uint32Array, from: number, end: number): void {
  for (let i = from + 1; i < end; i++) {
    const when = time[i]!;
    const what = code[i]!;
    let at = i;
    for (; at > from && time[at - 1]! > when; at--) {
      time[at] = time[at - 1]!;
      code[at] = code[at - 1]!;
    }
    time[at] = when;
    code[at] = what;
  }
}

/** Time and code make one number of 64 bits, which the engine sorts. */
function sortRun(time: Uint32Array | Float64Array, code: Uint32Array, pairs: BigUint64Array): void {
  let lowest = time[0]!;
  let highest = lowest;
  for (let i = 1; i < time.length; i++) {
    if (time[i]! < lowest) lowest = time[i]!;
    if (time[i]! > highest) highest = time[i]!;
  }
  if (highest - lowest >= WORD) {
    sortWideRun(time, code);
    return;
  }
  const words = new Uint32Array(pairs.buffer, 0, 2 * pairs.length);
  for (let i = 0; i < time.length; i++) {
    words[2 * i + HIGH] = time[i]! - lowest;
    words[2 * i + LOW] = code[i]!;
  }
  pairs.sort();
  for (let i = 0; i < time.length; i++) {
    time[i] = lowest + words[2 * i + HIGH]!;
    code[i] = words[2 * i + LOW]!;
  }
}

/** Milliseconds over more than 49 days. */
function sortWideRun(time: Uint32Array | Float64Array, code: Uint32Array): void {
  const [times, codes] = [time.slice(), code.slice()];
  const order = new Uint32Array(time.length).map((_, i) => i).sort((one, other) => times[one]! - times[other]!);
  for (let i = 0; i < order.length; i++) {
    time[i] = times[order[i]!]!;
    code[i] = codes[order[i]!]!;
  }
}

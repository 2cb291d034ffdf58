import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options?: { type: 'minor' }) => void;

/** The C library gives a block above 32 MiB back to the system as soon as it is free; of smaller ones it may keep the pages. */
const GIVEN_BACK = 33 * 2 ** 20;
const FEW = 2 ** 18;
/** Of a file below it all columns together take no more than some tens of megabytes, and looking for freed ones would take a tenth of the time. */
const SMALL_FILE = 2 ** 24;
/** Looking for what can be freed takes some milliseconds, in which a processor reads as many megabytes. */
const WORTH_FREEING = 2 ** 22;

let collect: Collect | null = null;
/** Whether there can be columns that are worth it: small files need no wait for it. */
let madeLarge = false;
let givenBackFrom = FEW;

/**
 * Frees the buffers that nobody refers to. The engine does it by its own heap, in which a buffer of any size is an
 * object of a few words, so that tens of megabytes can wait for it. A millisecond for `youngOnly` (what was made since the call
 * before), some for all.
 */
export function freeBuffers({ youngOnly = false } = {}): void {
  if (!youngOnly && !madeLarge) return;
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    // Freed by the call, not some time after it.
    setFlagsFromString('--no-concurrent-array-buffer-sweeping');
    collect = runInNewContext('gc') as Collect;
  }
  if (youngOnly) collect({ type: 'minor' });
  else collect();
}

/** Zeros; pages of many of them take memory when they are first written, and go back to the system when they are freed. */
export function zeroWords(length: number): Uint32Array<ArrayBuffer> {
  const bytes = 4 * length;
  if (bytes < givenBackFrom) return new Uint32Array(length);
  madeLarge ||= bytes >= WORTH_FREEING;
  return new Uint32Array(new ArrayBuffer(Math.max(GIVEN_BACK, bytes)), 0, length);
}

/** Has the engine keep its own heap small from here on, as for small devices: some megabytes that the columns of a file can use. */
export function keepHeapSmall(fileBytes: number): void {
  setFlagsFromString('--optimize-for-size');
  givenBackFrom = fileBytes < SMALL_FILE ? Number.POSITIVE_INFINITY : FEW;
}

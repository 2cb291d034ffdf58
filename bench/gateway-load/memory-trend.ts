import type { Held } from './memory-probe.js';

const MIB = 1024 * 1024;
const HOUR_S = 3600;

/** What a process held at one moment, and how many requests it had seen by then. */
export interface Sample extends Held {
  readonly seconds: number;
  readonly requests: number;
}

export interface MemoryTrend {
  /** Of the heap and what it keeps outside of it, after collections, by least squares over what follows the warm-up. */
  readonly mibPerHour: number;
  /** The same divided by the rate of requests. */
  readonly bytesPerRequest: number;
  /** Mean of the last third less mean of the middle third of what follows the warm-up. */
  readonly lastThirdMib: number;
  /** The same of all memory of the process, which the engine gives back when it likes: for information. */
  readonly rssLastThirdMib: number;
  readonly grows: boolean;
}

/** Whatever is kept for each request is at least a closure and its entry in some list. */
const MOST_BYTES_PER_REQUEST = 64;
/** What two thirds of a process that keeps nothing may differ by: caches that still turn over, sizes of what is under way. */
const MOST_MIB = 2;

/**
 * Whether a process keeps something of what it answered. It grows when both say so: the trend, which one odd sample
 * bends, and the thirds, which a step of some kilobytes does not move.
 */
export function memoryTrend(samples: readonly Sample[]): MemoryTrend {
  const kept = samples.map(({ heapUsed, external }) => heapUsed + external);
  const [seconds, requests] = [samples.map((one) => one.seconds), samples.map((one) => one.requests)];
  const perSecond = slope(seconds, kept);
  const bytesPerRequest = slope(requests, kept);
  const lastThirdMib = lastThird(kept) / MIB;
  return {
    mibPerHour: (perSecond * HOUR_S) / MIB,
    bytesPerRequest,
    lastThirdMib,
    rssLastThirdMib: lastThird(samples.map(({ rss }) => rss)) / MIB,
    grows: bytesPerRequest > MOST_BYTES_PER_REQUEST && lastThirdMib > MOST_MIB,
  };
}

function slope(xs: readonly number[], ys: readonly number[]): number {
  const [x, y] = [mean(xs), mean(ys)];
  let [cross, square] = [0, 0];
  for (const [i, one] of xs.entries()) {
    cross += (one - x) * (ys[i]! - y);
    square += (one - x) ** 2;
  }
  return cross / square;
}

function lastThird(values: readonly number[]): number {
  const third = Math.floor(values.length / 3);
  return mean(values.slice(-third)) - mean(values.slice(-2 * third, -third));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

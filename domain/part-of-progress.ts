import type { ProgressListener } from './ports/issue-store.js';

const STEPS_OF_A_PART = 100;

/** Hears how far one part of a work has come, and tells of the whole: a work of few long parts moves meanwhile. */
export function partOfProgress(whole: ProgressListener, part: number, parts: number): ProgressListener {
  return (done, total) => {
    const steps = total === 0 ? 0 : Math.floor((STEPS_OF_A_PART * done) / total);
    whole(STEPS_OF_A_PART * part + steps, STEPS_OF_A_PART * parts);
  };
}

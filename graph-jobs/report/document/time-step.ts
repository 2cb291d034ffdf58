const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;
/** A few precise times, as of news among hourly counts, do not make the rest precise. */
const NEARLY_ALL = 0.99;
/** Days of a source may begin at midnight UTC or in one of Indonesia's zones. */
const MIDNIGHTS = [0, 7, 8, 9].map((hours) => hours * HOUR);
const STEPS: readonly (readonly [step: number, offsets: readonly number[]])[] = [
  [DAY, MIDNIGHTS],
  [HOUR, [0]],
  [60 * SECOND, [0]],
  [SECOND, [0]],
];

/** The longest of day, hour, minute and second of which nearly all times are whole multiples; 1 where there is none. */
export function timeStepOf(times: Float64Array): number {
  if (times.length === 0) return 1;
  const isStep = (step: number, offset: number) => {
    const whole = times.reduce((count, time) => count + Number((time + offset) % step === 0), 0);
    return whole >= NEARLY_ALL * times.length;
  };
  const found = STEPS.find(([step, offsets]) => offsets.some((offset) => isStep(step, offset)));
  return found === undefined ? 1 : found[0];
}

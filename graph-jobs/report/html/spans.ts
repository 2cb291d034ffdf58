import { storedParameters } from '#domain/run-parameters.js';
import type { ReportView } from './report-view.js';
import { TIME_STEPS, type TimeStep } from './time-steps.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A length of time in the largest unit that fits it evenly: "6 hours". */
export function spanName(ms: number, { texts: { spans }, formats }: ReportView): string {
  if (ms > 0 && ms % DAY_MS === 0) return spans.days(formats.number(ms / DAY_MS));
  if (ms > 0 && ms % HOUR_MS === 0) return spans.hours(formats.number(ms / HOUR_MS));
  if (ms > 0 && ms % MINUTE_MS === 0) return spans.minutes(formats.number(ms / MINUTE_MS));
  return spans.seconds(formats.number(ms / SECOND_MS, 1));
}

/** A measured length of time for a table, no finer than the data's times: "12 s", "45 min", "1.5 h", "< 1 min". */
export function measuredSpan(ms: number, view: ReportView): string {
  const step = coarseStep(view);
  if (step !== null && ms < STEP_MS[step]) return `< ${shortSpan(STEP_MS[step], view, step)}`;
  return shortSpan(ms, view, step);
}

/** Each unit up to where the next one reads better, so that 117 minutes stand as 2 h beside others. */
function shortSpan(ms: number, { texts: { spans }, formats }: ReportView, step: TimeStep | null): string {
  if (step === null && ms < 2 * MINUTE_MS) return spans.s(formats.number(ms / SECOND_MS, 1));
  if (ms < 59.5 * MINUTE_MS) return spans.min(formats.number(ms / MINUTE_MS));
  return ms < 2 * DAY_MS && step !== 'DAY'
    ? spans.h(formats.number(ms / HOUR_MS, 1))
    : spans.d(formats.number(ms / DAY_MS, 1));
}

const STEP_MS: Readonly<Record<TimeStep, number>> = { DAY: DAY_MS, HOUR: HOUR_MS, MINUTE: MINUTE_MS };

/** The step of the data's times where it is longer than a second; null where seconds mean something. */
export function coarseStep({ document }: ReportView): TimeStep | null {
  return TIME_STEPS.find((step) => document.coverage.timeStepMs >= STEP_MS[step]) ?? null;
}

/** The windows of the run in seconds, shortest first; compatible mode has one. */
export function windowsOf({ document }: ReportView): readonly number[] {
  const { mode, windowsSeconds, windowSeconds } = storedParameters(document.parameters);
  return mode === 'CALIBRATED' ? windowsSeconds : [windowSeconds];
}

/** What the shortest window means for times that coarse; null where seconds mean something. */
export function coarseWindowNote(view: ReportView): string | null {
  const step = coarseStep(view);
  if (step === null) return null;
  const windowMs = windowsOf(view)[0]! * SECOND_MS;
  const steps = Math.floor(windowMs / STEP_MS[step]);
  const { timeSteps } = view.texts;
  const { whole, same, orNext } = timeSteps.names[step];
  const apart =
    steps === 0 ? same : steps === 1 ? orNext : timeSteps.atMostApart(spanName(steps * STEP_MS[step], view));
  return timeSteps.window(whole, spanName(windowMs, view), apart);
}

/** A time with no more digits than the data has. */
export function measuredTime(time: number, view: ReportView): string {
  const step = coarseStep(view);
  if (step === null) return view.formats.second(time);
  return step === 'DAY' ? view.formats.day(time) : view.formats.minute(time);
}

import { DEFAULT_RUN_PARAMETERS } from '#domain/run.js';
import { reportDocument } from '../../../test/builders/report-input.js';
import { type ReportView, viewOf } from './report-view.js';
import { coarseWindowNote, measuredSpan, measuredTime, spanName } from './spans.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function viewWith(timeStepMs: number, windowSeconds = 60): ReportView {
  const plain = reportDocument();
  const document = {
    ...plain,
    coverage: { ...plain.coverage, timeStepMs },
    parameters: { ...DEFAULT_RUN_PARAMETERS, mode: 'COMPATIBLE' as const, windowSeconds },
  };
  const input = {
    document,
    queryVersion: 2,
    publicAccounts: new Map(),
    agencies: new Map(),
    regions: new Map(),
    histories: new Map(),
    sharedWith: [],
  };
  return viewOf(input, { language: 'en', zone: 'wib' });
}

test.each([
  [0, '0 s'],
  [7_000, '7 s'],
  [45 * MINUTE, '45 min'],
  [117 * MINUTE, '2 h'],
  [90 * MINUTE, '1.5 h'],
  [60 * HOUR, '2.5 d'],
])('a span of %d ms reads %s', (ms, text) => {
  expect(measuredSpan(ms, viewWith(1000))).toBe(text);
});

test('spans and times are no finer than the times of the data', () => {
  const minutes = viewWith(MINUTE);
  expect(measuredSpan(0, minutes)).toBe('< 1 min');
  expect(measuredSpan(MINUTE, minutes)).toBe('1 min');
  expect(measuredSpan(0, viewWith(24 * HOUR))).toBe('< 1 d');
  expect(measuredTime(0, minutes)).toBe('1 Jan 1970, 07:00');
  expect(measuredTime(0, viewWith(24 * HOUR))).toBe('1 Jan 1970');
  expect(measuredTime(0, viewWith(1))).toBe('1 Jan 1970, 07:00:00');
});

test('a window is told in its own unit, and no length as nothing of a larger one', () => {
  expect(spanName(3_600_000, viewWith(1))).toBe('one hour');
  expect(spanName(45_000, viewWith(1))).toBe('45 seconds');
  expect(spanName(0, viewWith(1))).toBe('0 seconds');
});

test('says what the window means where times are coarse', () => {
  expect(coarseWindowNote(viewWith(1000))).toBeNull();
  expect(coarseWindowNote(viewWith(MINUTE, 59))).toContain(
    'whole minutes: co-timing within 59 seconds means “in the same minute”',
  );
  expect(coarseWindowNote(viewWith(MINUTE, 60))).toContain('“in the same minute or the next”');
  expect(coarseWindowNote(viewWith(MINUTE, 600))).toContain('“at most 10 minutes apart”');
  expect(coarseWindowNote(viewWith(24 * HOUR, 60))).toContain('“on the same day”');
});

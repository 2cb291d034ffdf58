import { timeFault, timeOfField } from './time-field.js';

const fault = (text: string) => {
  const bytes = Buffer.from(text);
  expect(timeOfField(bytes, 0, bytes.length)).toBeNaN();
  return timeFault(bytes, 0, bytes.length);
};

const WANTED = 'is not Unix seconds or ISO 8601 between 1990 and 2100';

test('a fault says what stands in the field', () => {
  expect(fault('02/03/2026 16:14')).toBe(`"02/03/2026 16:14" ${WANTED}`);
  expect(fault('12345')).toBe(`"12345" ${WANTED}`);
  expect(fault('')).toBe('empty');
});

test('milliseconds are told as such', () => {
  expect(fault('1772420400000')).toBe(`"1772420400000" ${WANTED}; it looks like milliseconds: divide by 1000`);
  expect(fault('1772420400000000')).toBe(`"1772420400000000" ${WANTED}`);
});

test('control characters do not get out', () => {
  expect(fault('\u001b[31mred\u009b')).toBe(`"�[31mred�" ${WANTED}`);
});

test('a long field is cut', () => {
  expect(fault('x'.repeat(1000))).toBe(`"${'x'.repeat(40)}…" ${WANTED}`);
});

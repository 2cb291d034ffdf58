import { PassThrough } from 'node:stream';
import { jest } from '@jest/globals';
import { ProgressBar, sayBesideProgress, type WorkState } from './progress-bar.js';

function show(isTTY: boolean, states: readonly WorkState[]): string {
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    columns: 120,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
    clearScreenDown: () => true,
  });
  const bar = new ProgressBar(stream as unknown as NodeJS.WriteStream);
  for (const state of states) bar.update(state);
  bar.stop();
  return String(stream.read() ?? '');
}

describe('the progress bar', () => {
  test('is a plain line where there is no terminal', () => {
    const text = show(false, [{ title: 'a.csv', done: 50, total: 200, note: '12 rows' }]);
    expect(text).toContain('a.csv  25 %  12 rows\n');
    expect(text).not.toMatch(/[[\]#]/);
  });

  test('is a bar on a terminal', () => {
    expect(show(true, [{ title: 'a.csv', done: 100, total: 200 }])).toContain(
      `a.csv  [${'#'.repeat(12)}${'.'.repeat(12)}]  50 %`,
    );
  });

  test('shows what is known while the total is not', () => {
    expect(show(false, [{ title: 'extract', done: 5, total: 0, note: '5 rows' }])).toContain('extract  5 rows\n');
  });

  test('taken away for another line, it comes back with what is then told', () => {
    const stream = Object.assign(new PassThrough(), { isTTY: false });
    const bar = new ProgressBar(stream as unknown as NodeJS.WriteStream);
    bar.update({ title: 'first', done: 1, total: 2 });
    bar.stop();
    stream.write('mapped\n');
    bar.stop();
    bar.update({ title: 'second', done: 1, total: 2 });
    bar.stop();
    expect(String(stream.read())).toMatch(/first.*\nmapped\n[^f]*second/s);
  });

  test('tells each state once, and nothing of work that ends before it begins', () => {
    const half = { title: 'a.csv', done: 1, total: 2 };
    expect(show(false, [half, half])).toBe('a.csv  50 %\n');
    expect(show(false, [half, { ...half, title: 'b.csv' }])).toBe('a.csv  50 %\nb.csv  50 %\n');
    expect(show(false, [{ title: 'extract', done: 0, total: 0 }])).toBe('');
  });

  test('stands aside for a notice', () => {
    const lines: string[] = [];
    const stream = Object.assign(new PassThrough(), { isTTY: false });
    stream.on('data', (data) => lines.push(String(data)));
    const said = jest.spyOn(console, 'error').mockImplementation((line) => void lines.push(`${line}`));
    const bar = new ProgressBar(stream as unknown as NodeJS.WriteStream);
    bar.update({ title: 'a.csv', done: 1, total: 2 });
    sayBesideProgress('stopping …');
    said.mockRestore();
    expect(lines).toEqual(['a.csv  50 %\n', 'stopping …']);
  });

  test('writes nothing when there was nothing to show', () => {
    expect(show(true, [])).toBe('');
  });
});

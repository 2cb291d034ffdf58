import { setImmediate as turn } from 'node:timers/promises';
import { progressReports } from './progress-reports.js';

/** Writes that end when told to. */
function slowWrites() {
  const ends: (() => void)[] = [];
  const write = () => new Promise<void>((resolve) => ends.push(resolve));
  return { ends, write };
}

test('one write at a time; what comes meanwhile is one write more', async () => {
  const { ends, write } = slowWrites();
  const reports = progressReports(write);
  for (let i = 0; i < 5; i += 1) reports.now();
  expect(ends).toHaveLength(1);
  ends[0]!();
  await turn();
  expect(ends).toHaveLength(2);
  ends[1]!();
  await turn();
  expect(ends).toHaveLength(2);
});

test('small steps are written now and then', async () => {
  const [often, seldom] = [slowWrites(), slowWrites()];
  const steps = [progressReports(often.write, 0), progressReports(seldom.write, 3_600_000)];
  for (const reports of steps) reports.soon();
  expect([often.ends.length, seldom.ends.length]).toEqual([1, 0]);
});

test('a write that fails leaves the next one to be written', async () => {
  let writes = 0;
  const reports = progressReports(async () => {
    writes += 1;
    throw new Error('away');
  });
  reports.now();
  await turn();
  reports.now();
  await turn();
  expect(writes).toBe(2);
});

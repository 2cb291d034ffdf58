import { setTimeout } from 'node:timers/promises';
import { oneAfterAnother } from './one-after-another.js';

test('work is done in its order, one piece at a time, whatever fails', async () => {
  const inTurn = oneAfterAnother();
  const log: string[] = [];
  const work = (name: string, milliseconds: number) => async () => {
    log.push(`${name} begins`);
    await setTimeout(milliseconds);
    log.push(`${name} ends`);
    if (name === 'b') throw new Error('b');
    return name;
  };
  const results = await Promise.allSettled([inTurn(work('a', 5)), inTurn(work('b', 1)), inTurn(work('c', 0))]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

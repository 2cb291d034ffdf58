import { getEventListeners } from 'node:events';
import { plantedShares } from '../../../../test/builders/planted-shares.js';
import { sortedColumns } from '../../../../test/calibration/plain-tests.js';
import { calibratedNetwork } from '../calibrated-network.js';
import { copiesInThreads } from './copies-in-threads.js';
import { calibratedNetworkInThreads } from './sweep-in-threads.js';

const shares = plantedShares(5);
const codeOf = (ids: readonly string[]) => new Map([...new Set(ids)].sort().map((id, code) => [id, code]));
const accounts = codeOf(shares.map(({ account }) => account));
const objects = codeOf(shares.map(({ object }) => object));
const actions = sortedColumns(
  shares.map(({ account, object, time }) => ({ account: accounts.get(account)!, object: objects.get(object)!, time })),
  accounts.size,
  objects.size,
);
const parameters = { windowsSeconds: [10, 60, 600], fdr: 0.01 };

test.each([1, 2, 4])('the sweep in %i threads is the sweep in none', async (threads) => {
  const alone = calibratedNetwork([actions, actions], parameters);
  expect(alone.pairs.length).toBeGreaterThan(15);
  expect(await calibratedNetworkInThreads([actions, actions], parameters, threads, {}, 0)).toEqual(alone);
});

test('copies in two threads are those in none, and a signal stops them', async () => {
  const request = { actions, parameters, rules: ['DAYS', 'OWN_WEEKS'] as const, copies: 3, seed: 1, resolution: 1 };
  const told: number[] = [];
  const onProgress = (done: number, total: number) => told.push(done / total);
  const inTwo = await copiesInThreads(request, 2, { onProgress });
  expect(inTwo).toEqual(await copiesInThreads(request, 0));
  expect(told.at(-1)).toBe(1);
  const stopped = copiesInThreads({ ...request, copies: 500 }, 2, { signal: AbortSignal.timeout(200) });
  await expect(stopped).rejects.toMatchObject({ code: 'STOPPED' });
});

test('any number of threads listens to a signal once, and no longer than they work', async () => {
  const request = { actions, parameters, rules: ['DAYS'] as const, copies: 3, seed: 1, resolution: 1 };
  const { signal } = new AbortController();
  const listeners: number[] = [];
  const onProgress = () => listeners.push(getEventListeners(signal, 'abort').length);
  await copiesInThreads(request, 3, { signal, onProgress });
  expect(Math.max(...listeners)).toBe(1);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

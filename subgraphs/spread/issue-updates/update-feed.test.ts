import { MOST_WAITING, UpdateFeed } from './update-feed.js';

const NOW = () => -1;

test('updates wait for their reader, in order', async () => {
  const feed = new UpdateFeed<number>(() => undefined);
  const waiting = feed.next();
  for (const update of [1, 2]) feed.push(update, NOW);
  expect([(await waiting).value, (await feed.next()).value]).toEqual([1, 2]);
});

test('a reader that is too slow hears how things stand, and what comes after', async () => {
  const feed = new UpdateFeed<number>(() => undefined);
  for (let i = 0; i <= MOST_WAITING; i += 1) feed.push(i, NOW);
  feed.push(1000, NOW);
  expect([(await feed.next()).value, (await feed.next()).value]).toEqual([-1, 1000]);
});

test('a failure comes after what waits, and ends the feed', async () => {
  let ends = 0;
  const feed = new UpdateFeed<number>(() => (ends += 1));
  feed.push(1, NOW);
  feed.fail(new Error('away'));
  expect((await feed.next()).value).toBe(1);
  await expect(feed.next()).rejects.toThrow('away');
  expect([(await feed.next()).done, ends]).toEqual([true, 1]);
});

test('a reader that goes is waited for no more', async () => {
  let ends = 0;
  const feed = new UpdateFeed<number>(() => (ends += 1));
  const waiting = feed.next();
  await feed.return();
  await feed.return();
  feed.push(1, NOW);
  expect([(await waiting).done, (await feed.next()).done, ends]).toEqual([true, true, 1]);
});

import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Store } from '#domain/ports/store.js';
import { DEFAULT_RUN_PARAMETERS as parameters } from '#domain/run.js';
import { FLOOD_ISSUE, floodMentions } from '../../../test/builders/flood-issue.js';
import { importMentions } from '../../../test/builders/import-rows.js';
import { mentionRecord } from '../../../test/builders/records.js';
import { withTemporaryStore } from '../../../test/builders/temporary-store.js';
import { countingStore } from '../../../test/e2e/serve-hub/counting-store.js';
import { IssueWatches } from './issue-watches.js';
import type { UpdateFeed } from './update-feed.js';
import type { IssueUpdate } from './updates-between.js';

const PACE = { lookMs: 2, countMs: 2, patienceMs: 20 };

interface Watched {
  readonly store: Store;
  readonly watches: IssueWatches;
  readonly calls: string[];
}

const withWatches = (work: (watched: Watched) => Promise<void>, before?: (call: string) => void, pace = PACE) =>
  withTemporaryStore(async (store) => {
    await importMentions(store, floodMentions());
    await store.issues.create(FLOOD_ISSUE);
    const counted = countingStore(store, before);
    await work({ store, watches: new IssueWatches(counted.store, pace), calls: counted.calls });
  });

const kindOf = async (feed: UpdateFeed<IssueUpdate>) => (await feed.next()).value?.kind;

test('what others write into the store is told to all who follow', async () => {
  await withWatches(async ({ store, watches }) => {
    const feeds = [await watches.follow('banjir'), await watches.follow('banjir')];
    for (const feed of feeds) expect(await kindOf(feed)).toBe('CURRENT');
    const { id } = await store.jobs.request('banjir', parameters);
    for (const feed of feeds) expect((await feed.next()).value).toMatchObject({ kind: 'JOB_QUEUED', job: { id } });
    await store.jobs.stop(id);
    for (const feed of feeds) expect((await feed.next()).value).toMatchObject({ kind: 'JOB_ENDED', job: { id } });
    await importMentions(store, [mentionRecord('late', { text: 'banjir lagi' })]);
    for (const feed of feeds) expect(await kindOf(feed)).toBe('ISSUE_CHANGED');
    await Promise.all(feeds.map((feed) => feed.return()));
  });
});

test('a job under way is told of though twenty were asked for after it', async () => {
  await withWatches(async ({ store, watches }) => {
    const { id } = await store.jobs.request('banjir', parameters);
    const feed = await watches.follow('banjir');
    expect(await kindOf(feed)).toBe('CURRENT');
    for (let seed = 2; seed < 27; seed += 1) {
      await store.jobs.request('banjir', { ...parameters, seed });
      expect(await kindOf(feed)).toBe('JOB_QUEUED');
    }
    await store.jobs.stop(id);
    expect((await feed.next()).value).toMatchObject({ kind: 'JOB_ENDED', job: { id, state: 'STOPPED' } });
    await feed.return();
  });
});

test('an issue is looked at once for all, and not at all once they left', async () => {
  await withWatches(async ({ watches, calls }) => {
    const feeds = await Promise.all(Array.from({ length: 30 }, () => watches.follow('banjir')));
    expect(watches.size).toBe(1);
    for (const feed of feeds) expect(await kindOf(feed)).toBe('CURRENT');
    for (const feed of feeds.slice(1)) await feed.return();
    expect(watches.size).toBe(1);
    await feeds[0]!.return();
    expect(watches.size).toBe(0);
    await sleep(20);
    calls.length = 0;
    await sleep(30);
    expect(calls).toEqual([]);
    // Who comes later hears how it stands then.
    const again = await watches.follow('banjir');
    expect(await kindOf(again)).toBe('CURRENT');
    await again.return();
  });
});

test('an unknown issue is refused, and not looked at', async () => {
  await withWatches(async ({ watches }) => {
    await expect(watches.follow('gempa')).rejects.toMatchObject({ code: 'NOT_FOUND', at: 'issue' });
    expect(watches.size).toBe(0);
  });
});

test('looks that fail for a moment lose nothing', async () => {
  let failures = 0;
  const failing = (call: string) => {
    if (call === 'jobs.page' && failures > 0) {
      failures -= 1;
      throw new CodedError('STORE_UNAVAILABLE', 'away');
    }
  };
  await withWatches(
    async ({ store, watches }) => {
      const feed = await watches.follow('banjir');
      expect(await kindOf(feed)).toBe('CURRENT');
      failures = 2;
      await store.jobs.request('banjir', parameters);
      expect(await kindOf(feed)).toBe('JOB_QUEUED');
      expect(failures).toBe(0);
      await feed.return();
      // However slow the machine is, two looks are a moment.
    },
    failing,
    { ...PACE, patienceMs: 60_000 },
  );
});

test('a store that stays away ends the feeds with its error', async () => {
  let isAway = false;
  const failing = (call: string) => {
    if (isAway && call !== 'mentions.count') throw new CodedError('STORE_UNAVAILABLE', 'away');
  };
  await withWatches(async ({ watches }) => {
    const feed = await watches.follow('banjir');
    expect(await kindOf(feed)).toBe('CURRENT');
    isAway = true;
    await expect(feed.next()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect([(await feed.next()).done, watches.size]).toEqual([true, 0]);
  }, failing);
});

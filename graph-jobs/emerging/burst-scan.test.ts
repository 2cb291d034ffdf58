import fc from 'fast-check';
import { mentionObjects, observedMention } from '../../test/builders/observed-mentions.js';
import { BASELINE_HOURS, HOUR, WINDOW_HOURS } from './burst-parameters.js';
import { BurstScan } from './burst-scan.js';
import { HourCounts } from './hour-counts.js';
import type { ObservedMention } from './observed-mention.js';

const START = Date.UTC(2026, 0, 5);
const DAYS = 12;
const PERIOD = { from: START + 10 * 24 * HOUR, to: START + DAYS * 24 * HOUR };
const PARAMETERS = { leastAccounts: 2, falseDiscoveryRate: 0.01, zone: 'Asia/Jakarta' };

const streams = fc
  .array(
    fc.record({
      minute: fc.nat(DAYS * 24 * 60 - 1),
      account: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      tags: fc.uniqueArray(fc.constantFrom('s', 't'), { maxLength: 2 }),
    }),
    { minLength: 50, maxLength: 250 },
  )
  .map((rows) =>
    rows.map(({ minute, account, tags }, i) =>
      observedMention(`m${i}`, { accountId: account, publishedAt: START + minute * 60_000, hashtags: tags }),
    ),
  );

/** Times at which an account uses a tag and has not in the 24 hours before such a time. */
function uses(mentions: readonly ObservedMention[], tag: string): number[] {
  const last = new Map<string, number>();
  const times: number[] = [];
  for (const { accountId, publishedAt, hashtags } of mentions.toSorted((a, b) => a.publishedAt - b.publishedAt)) {
    if (!hashtags.includes(tag)) continue;
    if (publishedAt - (last.get(accountId) ?? Number.NEGATIVE_INFINITY) < 24 * HOUR) continue;
    last.set(accountId, publishedAt);
    times.push(publishedAt);
  }
  return times;
}

test('each window holds what counting by hand gives, beside the largest of the three rates', () => {
  fc.assert(
    fc.property(streams, (mentions) => {
      const objects = mentionObjects(mentions);
      const counts = new HourCounts(objects);
      const scan = new BurstScan(counts, PERIOD, PARAMETERS);
      const within = (times: readonly number[], from: number, to: number) =>
        times.filter((time) => counts.hourOf(time) >= from && counts.hourOf(time) < to).length;
      const all = mentions.map(({ publishedAt }) => publishedAt);
      for (let object = 0; object < objects.objectCount; object++) {
        const times = uses(mentions, objects.nameOf(object));
        const bursts = [...scan.bursts(object)];
        for (const { from, to, accounts, expected, lnP } of bursts) {
          expect(accounts).toBe(within(times, from, to));
          const begin = Math.max(0, from - BASELINE_HOURS);
          const said = within(all, begin, from);
          const usual = (within(times, begin, from) + 0.5) / said;
          const rates = [usual];
          for (const [shift, most] of [
            [24, 7],
            [168, 4],
          ] as const) {
            const shifts = Array.from({ length: most }, (_, i) => (i + 1) * shift).filter((by) => from - by >= begin);
            const sum = (of: readonly number[]) => shifts.reduce((n, by) => n + within(of, from - by, to - by), 0);
            rates.push((sum(times) + 0.5) / (sum(all) + 0.5 / usual));
          }
          expect(expected).toBeCloseTo(Math.max(...rates) * scan.volume.exposure(from, to), 9);
          expect(scan.volume.exposure(from, to)).toBeGreaterThan(within(all, from, to) - 1e-6);
          expect(lnP).toBeGreaterThan(Number.NEGATIVE_INFINITY);
          expect(lnP).toBeLessThanOrEqual(0);
        }
        const looks = new Set(times.map((time) => counts.hourOf(time) + 1));
        const due = [...looks]
          .filter((to) => to >= scan.firstLook && to <= scan.lastLook)
          .flatMap((to) => WINDOW_HOURS.filter((hours) => within(times, to - hours, to) >= 2));
        expect(bursts).toHaveLength(due.length);
      }
    }),
    { numRuns: 50, endOnFailure: true },
  );
});

test('what comes after a look changes nothing of it', () => {
  fc.assert(
    fc.property(streams, (mentions) => {
      const read = (upTo: number) => {
        const objects = mentionObjects(mentions.filter(({ publishedAt }) => publishedAt < upTo));
        const scan = new BurstScan(new HourCounts(objects), PERIOD, PARAMETERS);
        return Array.from({ length: objects.objectCount }, (_, object) => object)
          .flatMap((object) => [...scan.bursts(object)].map((b) => ({ ...b, object: objects.nameOf(object) })))
          .filter(({ to }) => scan.counts.origin + to * HOUR <= PERIOD.from + 24 * HOUR)
          .sort((a, b) => (a.object < b.object ? -1 : a.object > b.object ? 1 : a.to - b.to || b.from - a.from));
      };
      expect(read(PERIOD.from + 24 * HOUR)).toEqual(read(PERIOD.to));
    }),
    { numRuns: 30, endOnFailure: true },
  );
});

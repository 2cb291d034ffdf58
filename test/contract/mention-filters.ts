import fc from 'fast-check';
import { MENTION_KINDS, type Mention, STREAMS } from '#domain/mention.js';
import type { MentionFilter } from '#domain/ports/mention-store.js';
import { isWithinRegion } from '#domain/region.js';
import { importMentions } from '../builders/import-rows.js';
import { accountRecord, mentionRecord, NEW_YEAR } from '../builders/records.js';
import { allNodes, type OpenedStore, type OpenStore } from './suite.js';

const MINUTE = 60_000;
const WORDS = ['banjir', 'jakarta', 'rob', 'kopi', 'hujan'];
const REGIONS = [null, '31', '31.71', '31.72', '32', '32.01'];
const ACCOUNTS = [
  accountRecord('plain'),
  accountRecord('declared', { agencyId: 'bnpb', layer: 'L0' }),
  accountRecord('second', { agencyId: 'bnpb', layer: 'L2' }),
  accountRecord('other', { platform: 'y' }),
];

/** Filters alone and together, paging and timelines, against a list in memory that is filtered the naive way. */
export function mentionFilterContract(open: OpenStore): void {
  describe('mention filters', () => {
    let opened: OpenedStore;
    let mentions: readonly Mention[];
    const declared = new Set<string>();

    beforeAll(async () => {
      opened = await open();
      await importMentions(opened.store, fc.sample(records(), { seed: 7, numRuns: 1 })[0]!);
      await opened.store.issues.create({
        id: 'banjir',
        title: '',
        query: 'banjir',
        ownerAgencyId: null,
        sharedWith: [],
      });
      const all = await allNodes((after) => opened.store.mentions.page({}, 'OLDEST', { first: 500, after }));
      mentions = all;
      const accounts = await opened.store.accounts.get([...new Set(all.map(({ accountId }) => accountId))]);
      for (const account of accounts) if (account!.agencyId === 'bnpb') declared.add(account!.id);
    }, 120_000);
    afterAll(() => opened.close());

    // The records hold no reposts, so that the issue is what its word matches.
    const holds = (mention: Mention, filter: MentionFilter) => {
      const words = mention.text.split(' ');
      const wanted = filter.text?.replaceAll('"', '').split(' ') ?? [];
      return (
        (filter.issueId === undefined || words.includes('banjir')) &&
        mention.publishedAt >= (filter.from ?? Number.NEGATIVE_INFINITY) &&
        mention.publishedAt < (filter.to ?? Number.POSITIVE_INFINITY) &&
        (filter.platforms?.includes(mention.platform) ?? true) &&
        (filter.kinds?.includes(mention.kind) ?? true) &&
        (filter.streams?.includes(mention.stream) ?? true) &&
        (filter.accountId === undefined || mention.accountId === filter.accountId) &&
        (filter.agencyId === undefined || (filter.agencyId === 'bnpb' && declared.has(mention.accountId))) &&
        (filter.regionCode === undefined ||
          (mention.regionCode !== null && isWithinRegion(mention.regionCode, filter.regionCode))) &&
        (filter.text?.startsWith('"')
          ? ` ${mention.text} `.includes(` ${wanted.join(' ')} `)
          : wanted.every((word) => words.includes(word)))
      );
    };

    test('lists, counts and timelines hold exactly what the filter asks for', async () => {
      expect(mentions).toHaveLength(300);
      const { store } = opened;
      await fc.assert(
        fc.asyncProperty(
          filters(mentions),
          fc.integer({ min: 5, max: 40 }),
          fc.nat(90),
          async (filter, first, offset) => {
            const expected = mentions.filter((mention) => holds(mention, filter));
            expect(await store.mentions.count(filter)).toBe(expected.length);
            const oldest = await allNodes((after) => store.mentions.page(filter, 'OLDEST', { first, after }));
            expect(oldest).toEqual(expected);
            const newest = await allNodes((after) => store.mentions.page(filter, 'NEWEST', { first, after }));
            expect(newest).toEqual(expected.toReversed());
            const timeline = await store.mentions.timeline(filter, 90_000, offset * 1000);
            expect(timeline).toEqual(naiveTimeline(expected, 90_000, offset * 1000));
          },
        ),
        { numRuns: 60 },
      );
    }, 300_000);
  });
}

function records() {
  const record = fc.record({
    minute: fc.nat(60),
    kind: fc.constantFrom('ORIGINAL' as const, 'REPLY' as const, 'QUOTE' as const),
    stream: fc.constantFrom(...STREAMS),
    account: fc.constantFrom(...ACCOUNTS),
    regionCode: fc.constantFrom(...REGIONS),
    text: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join(' ')),
  });
  return fc
    .array(record, { minLength: 300, maxLength: 300 })
    .map((list) => list.map((fields, n) => mentionRecord(`${n}`, fields)));
}

function filters(mentions: readonly Mention[]) {
  const time = fc.integer({ min: -1, max: 61 }).map((minute) => NEW_YEAR + minute * MINUTE);
  const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
  const phrase = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));
  return fc.record(
    {
      issueId: fc.constant('banjir'),
      from: time,
      to: time,
      platforms: some(['x', 'y', 'z']),
      kinds: some(MENTION_KINDS),
      streams: some(STREAMS),
      regionCode: fc.constantFrom('31', '31.71', '32', '33', '32.01'),
      agencyId: fc.constantFrom('bnpb', 'none'),
      accountId: fc.constantFrom(...mentions.slice(0, 5).map(({ accountId }) => accountId)),
      text: fc.oneof(
        phrase,
        phrase.map((words) => `"${words}"`),
      ),
    },
    { requiredKeys: [] },
  );
}

function naiveTimeline(mentions: readonly Mention[], bucketMs: number, offsetMs: number) {
  const counts = new Map<number, Map<string, number>>();
  for (const { publishedAt, stream, kind } of mentions) {
    const start = Math.floor((publishedAt - offsetMs) / bucketMs) * bucketMs + offsetMs;
    const bucket = counts.get(start) ?? new Map<string, number>();
    counts.set(start, bucket);
    bucket.set(`${stream} ${kind}`, (bucket.get(`${stream} ${kind}`) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([start, bucket]) => ({
      start,
      counts: STREAMS.flatMap((stream) =>
        MENTION_KINDS.flatMap((kind) => {
          const count = bucket.get(`${stream} ${kind}`);
          return count === undefined ? [] : [{ stream, kind, count }];
        }),
      ),
    }));
}

import fc from 'fast-check';
import type { StreamSentiment } from '#domain/issue-sentiment.js';
import { ABSTENTIONS, SENTIMENTS } from '#domain/sentiment.js';
import { type MentionSketch, mentionColumns } from '../../../test/builders/mention-columns.js';
import { issueSentiment } from './sentiment.js';

const MODEL = { accuracy: 0.9, macroF1: 0.8 };
const HOUR = 3600;
/** Monday, midnight in Jakarta, in seconds. */
const MONDAY = Date.UTC(2026, 2, 1, 17) / 1000;
const AGENCY = { humas: { agencyId: 'kominfo', layer: 'L0' } };

const of = (sketches: readonly MentionSketch[]) => issueSentiment(mentionColumns(sketches, AGENCY), MODEL)!;
const said = (id: number, at: number, over: Partial<MentionSketch> = {}): MentionSketch => ({
  ...{ id: `${id}`, account: `a${id}`, at, sentiment: 'negative' },
  ...over,
});

test('declared accounts are in no share, reposts and texts in other languages neither, and each is told', () => {
  const { model, streams } = of([
    said(1, MONDAY),
    said(2, MONDAY + 1, { sentiment: 'positive' }),
    said(3, MONDAY + 2, { account: 'humas', sentiment: 'positive' }),
    said(4, MONDAY + 3, { account: 'humas', sentiment: 'positive' }),
    { id: '5', account: 'a5', at: MONDAY + 4, parent: '2' },
    said(6, MONDAY + 5, { sentiment: 'jv' }),
    { id: '7', account: 'a7', at: MONDAY + 6 },
    said(8, MONDAY + 7, { account: 'a1' }),
    said(9, MONDAY + 8, { stream: 'NEWS', sentiment: 'neutral' }),
  ]);
  expect(model).toBe(MODEL);
  expect(streams.SOCIAL).toMatchObject({
    ...{ mentions: 8, government: { mentions: 2, accounts: 1 }, reposts: 1, empty: 1, judged: 3, abstained: 1 },
    // Two texts of one account and one of another: 9 / 5.
    ...{ accounts: 2, effective: 1.8, abstainedBy: { jv: 1, su: 0, en: 0, other: 0, untold: 0 } },
    shares: { positive: { count: 1, share: 0.3333 }, neutral: { count: 0, share: 0 }, negative: { count: 2 } },
  });
  expect(streams.NEWS).toMatchObject({ mentions: 1, judged: 1, shares: { neutral: { count: 1, share: 1 } } });
});

test('days and weeks begin at midnight of Jakarta, and a bucket without a text is left out', () => {
  const { trend } = of([
    said(1, MONDAY - 1, { sentiment: 'positive' }),
    said(2, MONDAY),
    said(3, MONDAY + 23 * HOUR),
    said(4, MONDAY + 72 * HOUR, { sentiment: 'su' }),
  ]).streams.SOCIAL;
  const starts = (buckets: StreamSentiment['trend']['DAY']) =>
    buckets!.map(({ start, judged }) => [(start / 1000 - MONDAY) / HOUR, judged]);
  expect(starts(trend.DAY)).toEqual([
    [-24, 1],
    [0, 2],
    [72, 0],
  ]);
  expect(starts(trend.WEEK)).toEqual([
    [-168, 1],
    [0, 2],
  ]);
  expect(trend.HOUR).toHaveLength(4);
  expect(trend.DAY![0]).toMatchObject({ shares: { positive: { count: 1, share: 1, high: 1 } } });
  expect(trend.DAY![2]).toMatchObject({ abstained: 1, shares: null });
});

test('a long issue has no hours, a very long one no days', () => {
  const over = (days: number) => of([said(1, MONDAY), said(2, MONDAY + days * 24 * HOUR)]).streams.SOCIAL.trend;
  expect(over(15)).toMatchObject({ HOUR: null, DAY: [{}, {}] });
  expect(over(500)).toMatchObject({ HOUR: null, DAY: null, WEEK: [{}, {}] });
});

test('nothing where nobody told what texts say, and an issue without mentions is empty', () => {
  expect(issueSentiment(mentionColumns([{ id: '1', account: 'a', at: 0 }]), MODEL)).toBeNull();
  const columns = { ...mentionColumns([]), sentiment: new Uint8Array(0) };
  const { SOCIAL, NEWS } = issueSentiment(columns, MODEL)!.streams;
  expect(SOCIAL).toEqual(NEWS);
  expect(SOCIAL).toMatchObject({ mentions: 0, judged: 0, effective: 0, shares: null, trend: { HOUR: [], DAY: [] } });
});

test('every mention is counted in one place, and the buckets of any length hold the same texts', () => {
  const sketch = fc.record({
    account: fc.constantFrom('humas', 'ana', 'budi', 'citra'),
    at: fc.integer({ min: MONDAY, max: MONDAY + 10 * 24 * HOUR }),
    kind: fc.constantFrom('ORIGINAL', 'REPOST', 'REPLY'),
    stream: fc.constantFrom('SOCIAL', 'NEWS'),
    sentiment: fc.option(fc.constantFrom(...SENTIMENTS, ...ABSTENTIONS), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(sketch, { minLength: 1 }), (drawn) => {
      const columns = mentionColumns(
        [...drawn, { account: 'ana', at: MONDAY, sentiment: 'neutral' as const }].map(
          (one, i) => ({ ...one, id: `${i}` }) as MentionSketch,
        ),
        AGENCY,
      );
      const { SOCIAL, NEWS } = issueSentiment(columns, MODEL)!.streams;
      expect(SOCIAL.mentions + NEWS.mentions).toBe(columns.length);
      for (const stream of [SOCIAL, NEWS]) {
        const { government, reposts, empty, judged, abstained, trend, shares } = stream;
        expect(government.mentions + reposts + empty + judged + abstained).toBe(stream.mentions);
        for (const buckets of Object.values(trend)) expect(textsIn(buckets!)).toEqual([judged, abstained]);
        expect(stream.effective).toBeLessThanOrEqual(stream.accounts);
        for (const { share, low, high } of Object.values(shares ?? {})) {
          expect(low).toBeLessThanOrEqual(share);
          expect(high).toBeGreaterThanOrEqual(share);
        }
      }
    }),
  );
});

function textsIn(buckets: readonly { judged: number; abstained: number }[]): number[] {
  return buckets.reduce(([a, b], { judged, abstained }) => [a! + judged, b! + abstained], [0, 0]);
}

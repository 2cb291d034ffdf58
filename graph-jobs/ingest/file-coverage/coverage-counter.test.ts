import fc from 'fast-check';
import type { MentionRecord } from '#domain/ingest-record.js';
import type { ParsedRow } from '../formats/parsed-row.js';
import { ReadingNotes } from '../formats/reading-notes.js';
import { CoverageCounter } from './coverage-counter.js';
import { COVERED_FIELDS } from './coverage-report.js';
import { share } from './find-biases.js';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 2, 1);

const mention = (fields: Partial<MentionRecord> = {}): MentionRecord => ({
  nativeId: '1',
  kind: 'ORIGINAL',
  stream: 'SOCIAL',
  account: { platform: 'x', nativeId: 'a', handle: 'a', followers: 1, createdAt: START },
  publishedAt: START + 1,
  parentNativeId: null,
  text: 'teks',
  urls: ['https://a.example'],
  hashtags: ['a'],
  mediaHashes: [],
  regionCode: '31',
  language: 'id',
  ...fields,
});

function covered(mentions: readonly MentionRecord[], notes = new ReadingNotes()) {
  const counter = new CoverageCounter(notes);
  const rows = mentions.map(
    (one): ParsedRow => ({ row: { line: 1, record: { type: 'mention', mention: one } }, raw: '' }),
  );
  for (const row of rows) counter.observe(row);
  return counter.report();
}

const hourly = (hours: readonly number[], each: number, step = 1003) =>
  hours.flatMap((hour) =>
    Array.from({ length: each }, (_, i) => mention({ publishedAt: START + hour * HOUR + i * step + 1 })),
  );

test('a file that has everything misses nothing', () => {
  const report = covered([mention(), mention({ kind: 'REPOST', parentNativeId: '2', text: '' })]);
  expect(report).toMatchObject({
    mentions: 2,
    kinds: { ORIGINAL: 1, REPOST: 1 },
    streams: { SOCIAL: 2 },
    platforms: { x: 2 },
    languages: { id: 2 },
    missing: [],
    gaps: [],
    resolution: null,
    first: START + 1,
  });
  expect(report.biases).toEqual(['all come from x: what was said elsewhere is not in this file']);
});

test('missing fields are counted among those that could have them, and what they bias is said', () => {
  const report = covered([
    mention({ text: '', language: null, regionCode: null, account: { platform: 'x', nativeId: 'a' } }),
    mention({ kind: 'REPLY', urls: [], hashtags: [] }),
    mention({ kind: 'REPOST', text: '', parentNativeId: '1' }),
    mention({ stream: 'NEWS', account: { platform: 'web', nativeId: 'k', handle: 'k', newsOutlet: true } }),
  ]);
  expect(report.missing).toEqual([
    { field: 'text', missing: 1, of: 3 },
    { field: 'language', missing: 1, of: 4 },
    { field: 'region', missing: 1, of: 4 },
    { field: 'links', missing: 1, of: 4 },
    { field: 'hashtags', missing: 1, of: 4 },
    { field: 'parent', missing: 1, of: 2 },
    { field: 'handle', missing: 1, of: 4 },
    { field: 'followers', missing: 1, of: 3 },
    { field: 'account created', missing: 1, of: 3 },
  ]);
  expect(report.biases).toContain(
    '50 % of reposts, replies and quotes name no parent: cascades and the spread network lack them: spread looks smaller and flatter than it was',
  );
  expect(report.biases.some((bias) => bias.startsWith('33 % have no text'))).toBe(true);
});

test.each([
  ['day', [0, 24 * HOUR, 48 * HOUR].map((at) => at - 7 * HOUR), /times are days/],
  ['minute', [0, 61_000 - 1000, 120_000], /whole minutes/],
  ['second', [0, 1000, 61_000], null],
  ['finer', [0, 1, 2], null],
])('times to the %s are known as such', (resolution, offsets, bias) => {
  const mentions = Array.from({ length: 21 }, (_, i) => mention({ publishedAt: START + offsets[i % 3]! }));
  const report = covered(mentions);
  expect(report.resolution).toBe(resolution);
  expect(report.biases.some((one) => /^times are/.test(one))).toBe(bias !== null);
  if (bias !== null) expect(report.biases.join()).toMatch(bias);
});

test('a gap is longer than the pace of the file explains', () => {
  const busy = [0, 1, 2, 3, 11, 12, 13];
  expect(covered(hourly(busy, 20)).gaps).toEqual([{ from: START + 4 * HOUR, to: START + 11 * HOUR, hours: 7 }]);
  expect(covered(hourly(busy, 1)).gaps).toEqual([]);
  expect(covered(hourly([0, 26], 1)).gaps).toEqual([{ from: START + HOUR, to: START + 26 * HOUR, hours: 25 }]);
});

test('zones, dropped fields, what was passed over and round numbers are told', () => {
  const notes = new ReadingNotes();
  notes.assumedZones.add('Asia/Jakarta');
  notes.dropPersonal(['Gender', 'Author', 'bot_score']);
  notes.passOver('accounts deleted upstream');
  const report = covered(hourly([0, 1, 2, 3], 250), notes);
  expect(report).toMatchObject({
    assumedZones: ['Asia/Jakarta'],
    droppedFields: ['Gender', 'bot_score'],
    passedOver: { 'accounts deleted upstream': 1 },
  });
  for (const pattern of [/read in Asia\/Jakarta/, /exactly 1,000 mentions/, /1 accounts deleted/, /no reposts/])
    expect(report.biases.join('\n')).toMatch(pattern);
});

test('an empty file covers nothing and biases nothing', () => {
  expect(covered([])).toMatchObject({ mentions: 0, first: null, gaps: [], missing: [], biases: [] });
});

test('counts add up, and the memory for values is bounded', () => {
  const some = fc.record({
    language: fc.option(fc.constantFrom('id', 'jv', 'su')),
    kind: fc.constantFrom('ORIGINAL' as const, 'REPOST' as const, 'REPLY' as const),
    publishedAt: fc.integer({ min: START, max: START + 500 * HOUR }),
    text: fc.constantFrom('', 'teks'),
  });
  fc.assert(
    fc.property(fc.array(some), (drafts) => {
      const report = covered(drafts.map((draft) => mention(draft)));
      const sum = (counts: object) => Object.values(counts).reduce((total: number, one: number) => total + one, 0);
      for (const counts of [report.kinds, report.languages, report.platforms]) expect(sum(counts)).toBe(drafts.length);
      for (const { missing, of } of report.missing)
        expect(missing > 0 && missing <= of && of <= drafts.length).toBe(true);
      for (const { from, to } of report.gaps)
        expect(drafts.some(({ publishedAt }) => publishedAt >= from && publishedAt < to)).toBe(false);
    }),
  );
  const many = covered(Array.from({ length: 3000 }, (_, i) => mention({ language: `x${i}` })));
  expect(Object.keys(many.languages)).toHaveLength(1001);
  expect(many.languages['(others)']).toBe(2000);
  expect(COVERED_FIELDS).toHaveLength(9);
});

test('a share that is there is never nothing, and one that is not whole never all', () => {
  expect([share(1, 100_000), share(999, 1000), share(2, 2), share(1, 3)]).toEqual(['0.1 %', '99 %', 'all', '33 %']);
});

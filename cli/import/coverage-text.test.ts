import type { CoverageReport } from '#graph-jobs/ingest/file-coverage/coverage-report.js';
import { coverageText } from './coverage-text.js';

const NOTHING: CoverageReport = {
  mentions: 0,
  kinds: {},
  streams: {},
  platforms: {},
  languages: {},
  deletions: 0,
  first: null,
  last: null,
  resolution: null,
  gaps: [],
  missing: [],
  assumedZones: [],
  droppedFields: [],
  passedOver: {},
  biases: [],
};

test('what a file covers is told a line a fact', () => {
  const first = Date.UTC(2026, 2, 1, 8);
  const report: CoverageReport = {
    ...NOTHING,
    mentions: 1000,
    kinds: { ORIGINAL: 999, REPOST: 1 },
    streams: { SOCIAL: 1000 },
    platforms: { x: 600, web: 400 },
    languages: { id: 700, '': 300 },
    deletions: 2,
    first,
    last: first + 3_600_000,
    resolution: 'minute',
    gaps: [{ from: first, to: first + 30 * 3_600_000, hours: 30 }],
    missing: [
      { field: 'region', missing: 1000, of: 1000 },
      { field: 'text', missing: 10, of: 1000 },
    ],
    droppedFields: ['Gender'],
    passedOver: { 'app.bsky.feed.like': 1200 },
    biases: ['no reposts'],
  };
  expect(coverageText('a.csv', report).split('\n')).toEqual([
    'What a.csv covers: 1,000 mentions',
    '  times       2026-03-01 08:00 to 2026-03-01 09:00 UTC, to the minute',
    '  platforms   x 60 %, web 40 %',
    '  streams     SOCIAL all',
    '  kinds       ORIGINAL 99 %, REPOST 0.1 %',
    '  languages   id 70 %, not named 30 %',
    '  missing     in all rows: region; text 1 %',
    '  gaps        30 h from 2026-03-01 08:00',
    '  deletions   2, honoured',
    '  left out    Gender: not imported of any person',
    '  passed over app.bsky.feed.like 1,200',
    '  note        no reposts',
  ]);
});

test('a file without a mention covers nothing', () => {
  expect(coverageText('a.csv', NOTHING)).toBe('What a.csv covers: 0 mentions');
});

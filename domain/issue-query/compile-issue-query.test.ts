import fc from 'fast-check';
import { IssueQueryError } from '../errors/issue-query-error.js';
import { compileIssueQuery } from './compile-issue-query.js';
import type { MatchableMention } from './issue-matcher.js';

const NOON = Date.parse('2026-01-15T12:00:00+07:00');

function mention(parts: Partial<MatchableMention> = {}): MatchableMention {
  return {
    platform: 'x',
    publishedAt: NOON,
    regionCode: '31.71',
    text: 'Banjir di Jakarta Barat, warga mengungsi!',
    urls: ['https://www.bola.kompas.com/read/1?utm=a'],
    hashtags: ['prayforjakarta'],
    accountHandle: 'BMKG',
    accountNativeId: '123',
    ...parts,
  };
}

test.each([
  ['banjir', true],
  ['BANJIR', true],
  ['banji', false],
  ['banji*', true],
  ['"jakarta barat"', true],
  ['"barat jakarta"', false],
  ['banjir jakarta', true],
  ['banjir AND bekasi', false],
  ['bekasi OR jakarta', true],
  ['bekasi OR jakarta warga', true],
  ['(bekasi OR jakarta) tsunami', false],
  ['banjir NOT jakarta', false],
  ['banjir -tsunami', true],
  ['NOT (tsunami OR gempa)', true],
  ['#PrayForJakarta', true],
  ['#pray', false],
  ['url:kompas.com', true],
  ['url:https://kompas.com', true],
  ['url:bola.kompas.com/read', true],
  ['url:kompas.com/read/1', true],
  ['url:kompas.com/read/12', false],
  ['url:mpas.com', false],
  ['account:bmkg', true],
  ['account:@BMKG', true],
  ['account:123', true],
  ['platform:X', true],
  ['platform:tiktok', false],
  ['region:31', true],
  ['region:31.71', true],
  ['region:32', false],
  ['since:2026-01-15 until:2026-01-15', true],
  ['until:2026-01-14', false],
  ['date:2026-01-14..2026-01-16', true],
  ['since:2026-01-15T12:00:00+07:00', true],
  ['since:2026-01-15T05:00:01Z', false],
])('%s is %s', (query, expected) => {
  expect(compileIssueQuery(query).matches(mention())).toBe(expected);
});

test('finds runs of characters in scripts without spaces', () => {
  expect(compileIssueQuery('妇儿医院').matches(mention({ text: '宁波妇儿医院，一妇女' }))).toBe(true);
  expect(compileIssueQuery('医院妇儿').matches(mention({ text: '宁波妇儿医院，一妇女' }))).toBe(false);
});

test('scope is what the whole query demands of platform, region and date', () => {
  const matcher = compileIssueQuery('banjir (platform:x OR platform:weibo) NOT region:32 since:2026-01-01');
  const inScope = { platform: 'weibo', regionCode: null, publishedAt: NOON };
  expect(matcher.withinScope(inScope)).toBe(true);
  expect(matcher.withinScope({ ...inScope, platform: 'tiktok' })).toBe(false);
  expect(matcher.withinScope({ ...inScope, regionCode: '32.01' })).toBe(false);
  expect(matcher.withinScope({ ...inScope, publishedAt: 0 })).toBe(false);
  expect(compileIssueQuery('banjir OR platform:x').withinScope({ ...inScope, platform: 'tiktok' })).toBe(true);
});

test.each([
  ['', 0, 'empty'],
  ['banjir (jakarta', 7, 'never closed'],
  ['banjir) jakarta', 6, 'never opened'],
  ['banjir "jakarta', 7, 'never closed'],
  ['banjir AND', 10, 'missing'],
  ['OR banjir', 0, 'where a term'],
  ['banjir AND OR jakarta', 11, 'where a term'],
  ['banjir wilayah:31', 7, 'not a field'],
  ['banjir url:', 11, 'needs a value'],
  ['region:Jakarta', 0, 'Kemendagri'],
  ['since:2026-02-31', 0, 'not a date'],
  ['date:2026-02-02..2026-02-01', 0, 'ends before'],
  ['banjir ...', 7, 'no letter or digit'],
  ['banjir #', 7, 'right after'],
  ['('.repeat(200), 100, 'inside each other'],
])('%s is refused at %d: %s', (query, position, message) => {
  try {
    compileIssueQuery(query);
  } catch (error) {
    expect(error).toBeInstanceOf(IssueQueryError);
    expect((error as IssueQueryError).position).toBe(position);
    expect((error as IssueQueryError).message).toContain(message);
    return;
  }
  throw new Error('the query was accepted');
});

test('any text is parsed or refused with a position inside it', () => {
  const piece = fc.constantFrom(
    'a',
    '(',
    ')',
    '"',
    ' AND ',
    ' OR ',
    ' NOT ',
    '-',
    '#b',
    'url:',
    'since:',
    '2026-01-01',
    ' ',
    '*',
    '..',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (query) => {
        try {
          compileIssueQuery(query).matches(mention());
        } catch (error) {
          expect(error).toBeInstanceOf(IssueQueryError);
          const { position } = error as IssueQueryError;
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThanOrEqual(query.length);
        }
      },
    ),
    { numRuns: 500 },
  );
});

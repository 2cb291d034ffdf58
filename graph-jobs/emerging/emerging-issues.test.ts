import fc from 'fast-check';
import { mentionObjects, observedMention } from '../../test/builders/observed-mentions.js';
import { DEFAULT_BURST_PARAMETERS, HOUR } from './burst-parameters.js';
import { emergingIssues } from './emerging-issues.js';
import type { ObservedMention } from './observed-mention.js';

const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 5);
const DAYS = 15;
const PERIOD = { from: START + (DAYS - 1) * DAY, to: START + DAYS * DAY };

/** Two weeks in which everybody says one of a few hashtags, each as often as ever: an hour holds `hourly` of them. */
function ordinary(hourly = 12): ObservedMention[] {
  return Array.from({ length: DAYS * 24 * hourly }, (_, i) =>
    observedMention(`o${i}`, {
      accountId: `a${i % 997}`,
      publishedAt: START + (i / hourly) * HOUR,
      hashtags: [`usual${(i * 7919) % 13}`],
      text: `kalimat biasa nomor ${i} tentang hari ini dan hal ${i * 31} yang lain sama sekali`,
    }),
  );
}

/** The same said by `accounts` within `hours` before the end of the period. */
function planted(accounts: number, hours: number, carried: Partial<ObservedMention>): ObservedMention[] {
  return Array.from({ length: accounts }, (_, i) =>
    observedMention(`p${i}`, {
      ...{ accountId: `p${i % 50}`, platform: i % 3 === 0 ? 'bluesky' : 'x' },
      publishedAt: PERIOD.to - hours * HOUR + ((i + 0.5) * hours * HOUR) / accounts,
      ...carried,
    }),
  );
}

function found(mentions: readonly ObservedMention[]) {
  return emergingIssues(mentionObjects(mentions), PERIOD, DEFAULT_BURST_PARAMETERS);
}

test('nothing emerges where all goes on as before', () => {
  const { issues, looked } = found(ordinary());
  expect(issues).toEqual([]);
  expect(looked).toMatchObject({ objects: 13 + 24 * 12, testsOfObject: 24 * 3 });
});

test('a hashtag, its link and its text are one candidate, with its sources', () => {
  const text = 'jembatan gantung di desa kami putus tadi pagi mohon segera diperbaiki oleh dinas';
  const carried = { hashtags: ['jembatanputus'], urls: ['https://www.kabar.example/a?utm_source=x'], text };
  const { issues } = found([...ordinary(), ...planted(20, 5, carried)]);
  expect(issues).toHaveLength(1);
  const [issue] = issues;
  expect(issue!.objects.map(({ kind, name }) => [kind, name])).toEqual([
    ['HASHTAG', 'jembatanputus'],
    ['LINK', 'https://kabar.example/a'],
    ['TEXT', 'x:p0'.slice(2)],
  ]);
  expect(issue).toMatchObject({ accounts: 20, mentions: 20, newsMentions: 0 });
  expect(issue!.platforms).toEqual([
    { platform: 'x', accounts: 13 },
    { platform: 'bluesky', accounts: 7 },
  ]);
  expect(issue!.firstAccounts.map(({ mention }) => mention)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
  expect(issue!.examples.map(({ mention }) => mention)).toEqual(['p0', 'p5', 'p10', 'p14', 'p19']);
  expect(issue!.examples[0]!.text).toBe(text);
  expect(issue!.byHour.slice(-5).reduce((sum, { accounts }) => sum + accounts, 0)).toBe(20);
  expect(issue!.offeredAt).toBe(PERIOD.to - 3 * HOUR);
  for (const { q, expected } of issue!.objects) {
    expect(q).toBeLessThan(0.001);
    expect(expected).toBeLessThan(1);
  }
  expect(issue!.explanations).toEqual([
    { kind: 'NEWS_SYNDICATION', share: 0 },
    { kind: 'ONE_HYPERACTIVE_ACCOUNT', share: 1 / 20 },
  ]);
});

test('declared accounts are told where the store knows them, and count like any other', () => {
  const mentions = [...ordinary(), ...planted(20, 5, { hashtags: ['imbauan'] })];
  const objects = mentionObjects(mentions, ['p0', 'p7', 'somebody else']);
  const [issue] = emergingIssues(objects, PERIOD, DEFAULT_BURST_PARAMETERS).issues;
  expect(issue!.accounts).toBe(20);
  expect(issue!.explanations[0]).toEqual({ kind: 'DECLARED_GOVERNMENT_AMPLIFICATION', share: 2 / 20 });
});

test('stands beside the bursts that were as large before', () => {
  const before = ['dulu', 'kemudian', 'kecil'].flatMap((tag, i) =>
    planted(tag === 'kecil' ? 8 : 25, 5, { hashtags: [tag] }).map((mention) => ({
      ...mention,
      id: `${tag}${mention.id}`,
      publishedAt: mention.publishedAt - (i + 2) * DAY,
    })),
  );
  const [issue] = found([...ordinary(), ...before, ...planted(20, 5, { hashtags: ['kini'] })]).issues;
  expect(issue!.objects[0]).toMatchObject({ name: 'kini', earlier: { asLarge: 2, days: DAYS - 1 - 3 } });
});

test('one account that repeats itself is no burst, nor are reposts', () => {
  const alone = planted(60, 5, { accountId: 'loud', hashtags: ['aku'] });
  const reposts = planted(40, 5, { kind: 'REPOST', hashtags: ['ulang'] }).map((m) => ({ ...m, id: `r${m.id}` }));
  expect(found([...ordinary(), ...alone, ...reposts]).issues).toEqual([]);
});

test('what comes at this hour every day, or on this weekday, is expected', () => {
  const at = (days: number, tag: string) =>
    planted(15, 1, { hashtags: [tag] }).map((mention) => ({
      ...mention,
      id: `${tag}${days}${mention.id}`,
      publishedAt: mention.publishedAt - days * DAY,
    }));
  const daily = Array.from({ length: 8 }, (_, days) => at(days, 'tiapmalam')).flat();
  const weekly = [...at(0, 'tiapsenin'), ...at(7, 'tiapsenin')];
  expect(found([...ordinary(), ...daily, ...weekly]).issues).toEqual([]);
  const names = found([...ordinary(), ...at(0, 'sekali')]).issues.map(({ objects }) => objects[0]!.name);
  expect(names).toEqual(['sekali']);
});

test('with less than three days before it no look is made', () => {
  const short = ordinary().filter(({ publishedAt }) => publishedAt >= PERIOD.to - 2 * DAY);
  expect(found([...short, ...planted(40, 5, { hashtags: ['baru'] })]).issues).toEqual([]);
});

test('the same mentions give the same candidates in whatever order they come', () => {
  const text = 'jembatan gantung di desa kami putus tadi pagi mohon segera diperbaiki oleh dinas';
  const mentions = [...ordinary(2), ...planted(20, 5, { hashtags: ['satu'], text, publishedAt: PERIOD.to - HOUR })];
  const expected = found(mentions);
  expect(expected.issues).toHaveLength(1);
  fc.assert(
    fc.property(fc.shuffledSubarray(mentions, { minLength: mentions.length }), (shuffled) => {
      expect(found(shuffled)).toEqual(expected);
    }),
    { numRuns: 10, endOnFailure: true },
  );
});

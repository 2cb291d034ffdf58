import fc from 'fast-check';
import {
  currentState,
  type FindingReview,
  REVIEW_LASTS_MS,
  REVIEW_VERDICTS,
  type ReviewVerdict,
  standingOf,
  withReview,
} from './finding-review.js';

type Vote = readonly [by: string, verdict: ReviewVerdict, at?: number];

const historyOf = (votes: readonly Vote[]): FindingReview[] =>
  votes.map(([by, verdict, at = 0], i) => {
    const said = { reason: 'why', agencyId: null, explanations: [] };
    return { id: `${i}`, number: i + 1, verdict, by, at, ...said };
  });
const stateOf = (...votes: Vote[]) => standingOf(historyOf(votes), 1).state;

test.each<[string, Vote[], string]>([
  ['nobody', [], 'UNREVIEWED'],
  ['one confirms', [['a', 'CONFIRM']], 'UNREVIEWED'],
  [
    'one confirms twice',
    [
      ['a', 'CONFIRM'],
      ['a', 'CONFIRM'],
    ],
    'UNREVIEWED',
  ],
  [
    'two confirm',
    [
      ['a', 'CONFIRM'],
      ['b', 'CONFIRM'],
    ],
    'CONFIRMED',
  ],
  ['one dismisses', [['a', 'DISMISS']], 'DISMISSED'],
  [
    'one each',
    [
      ['a', 'CONFIRM'],
      ['b', 'DISMISS'],
    ],
    'DISMISSED',
  ],
  [
    'two against one',
    [
      ['a', 'CONFIRM'],
      ['b', 'DISMISS'],
      ['c', 'CONFIRM'],
    ],
    'CONFIRMED',
  ],
  [
    'two against two',
    [
      ['a', 'CONFIRM'],
      ['b', 'DISMISS'],
      ['c', 'CONFIRM'],
      ['d', 'DISMISS'],
    ],
    'DISMISSED',
  ],
  [
    'one changes their mind',
    [
      ['a', 'CONFIRM'],
      ['b', 'CONFIRM'],
      ['a', 'DISMISS'],
    ],
    'DISMISSED',
  ],
  [
    'an appeal',
    [
      ['a', 'CONFIRM'],
      ['b', 'CONFIRM'],
      ['c', 'APPEAL'],
    ],
    'UNREVIEWED',
  ],
  [
    'one after an appeal',
    [
      ['a', 'CONFIRM'],
      ['b', 'CONFIRM'],
      ['c', 'APPEAL'],
      ['a', 'CONFIRM'],
    ],
    'UNREVIEWED',
  ],
])('%s', (_, votes, state) => expect(stateOf(...votes)).toBe(state));

const history = fc
  .array(
    fc.record({ by: fc.constantFrom('a', 'b', 'c'), verdict: fc.constantFrom(...REVIEW_VERDICTS), at: fc.nat(500) }),
  )
  .map((votes) =>
    historyOf(votes.sort((x, y) => x.at - y.at).map(({ by, verdict, at }) => [by, verdict, at * 86_400_000])),
  );

test('a confirmation needs two different reviewers whose votes still count', () => {
  const check = (reviews: FindingReview[], day: number) => {
    const now = day * 86_400_000;
    if (standingOf(reviews, now).state !== 'CONFIRMED') return;
    const fresh = reviews.filter(({ verdict, at }) => verdict === 'CONFIRM' && at + REVIEW_LASTS_MS > now);
    expect(new Set(fresh.map(({ by }) => by)).size).toBeGreaterThanOrEqual(2);
  };
  fc.assert(fc.property(history, fc.integer({ min: 500, max: 700 }), check));
});

test('a state lapses by itself at its time, and never without one', () => {
  const check = (reviews: FindingReview[]) => {
    const { state, until } = standingOf(reviews, 500 * 86_400_000);
    expect(until === null).toBe(state === 'UNREVIEWED');
    if (until !== null)
      expect([currentState(state, until - 1, until - 2), currentState(state, until, until)]).toEqual([
        state,
        'UNREVIEWED',
      ]);
  };
  fc.assert(fc.property(history, check));
});

test('a history only grows; the same review again and an appeal against nothing change nothing', () => {
  const { number: _n, at: _at, ...review } = historyOf([['a', 'DISMISS']])[0]!;
  const nothing = { history: [], standing: standingOf([], 5) };
  const first = withReview(nothing, review, 5);
  expect(first).toMatchObject({ history: [{ number: 1, at: 5 }], standing: { state: 'DISMISSED' } });
  expect(withReview(first, review, 6)).toBe(first);
  const again = withReview(first, { ...review, id: 'x', verdict: 'APPEAL' }, 7);
  expect(again.history.slice(0, 1)).toEqual(first.history);
  expect(() => withReview(again, { ...review, id: 'y', verdict: 'APPEAL' }, 8)).toThrow(/nothing is decided/);
});

test('a vote counts for as long as the office says', () => {
  const votes = historyOf([['a', 'DISMISS', 100]]);
  expect(standingOf(votes, 149, 50)).toEqual({ state: 'DISMISSED', until: 150 });
  expect(standingOf(votes, 150, 50).state).toBe('UNREVIEWED');
  const kept = { history: votes, standing: standingOf(votes, 100, 50) };
  const { standing } = withReview(kept, { ...votes[0]!, id: 'new', by: 'b' }, 150, 50);
  expect(standing).toEqual({ state: 'DISMISSED', until: 200 });
});

test('an appeal is against what stands, whatever was set since how long a vote counts', () => {
  const votes = historyOf([['a', 'DISMISS', 100]]);
  const kept = { history: votes, standing: standingOf(votes, 100, 180) };
  const appeal = { ...votes[0]!, id: 'appeal', by: 'b', verdict: 'APPEAL' } as const;
  expect(withReview(kept, appeal, 200, 30).standing).toEqual({ state: 'UNREVIEWED', until: null });
  expect(() => withReview(kept, appeal, 280, 500)).toThrow(/nothing is decided/);
});

test('what was confirmed lapses and is not dismissed by the votes that are left, which count with the next one', () => {
  const day = (n: number) => n * 86_400_000;
  const votes = historyOf([
    ['a', 'CONFIRM', day(0)],
    ['b', 'CONFIRM', day(1)],
    ['c', 'DISMISS', day(100)],
    ['d', 'CONFIRM', day(100)],
  ]);
  const standing = standingOf(votes, day(100));
  expect(standing).toEqual({ state: 'CONFIRMED', until: day(181) });
  expect(currentState(standing.state, standing.until, day(181))).toBe('UNREVIEWED');
  const next = { ...votes[0]!, id: 'next', by: 'e' };
  expect(withReview({ history: votes, standing }, next, day(181)).standing.state).toBe('CONFIRMED');
  expect(withReview({ history: votes, standing }, { ...next, verdict: 'DISMISS' }, day(181)).standing.state).toBe(
    'DISMISSED',
  );
});

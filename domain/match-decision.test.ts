import fc from 'fast-check';
import type { ClaimMatch, MatchDecision, MatchState, MatchVerdict } from './claim-match.js';
import { stateOfMatch, withDecision } from './match-decision.js';

const VERDICTS = ['CONFIRMED', 'DENIES', 'REJECTED', 'APPEAL'] as const;
const logOf = (words: string): MatchDecision[] =>
  words
    .split(' ')
    .filter(Boolean)
    .map((word, i) => {
      const verdict = VERDICTS.find((one) => one.startsWith(word.slice(2)))!;
      const key = { id: `${i}`, claimId: 'c', mentionId: 'x:1' };
      return { ...key, number: i + 1, verdict, by: word[0]!, reason: 'r', at: i };
    });
const after = (words: string): MatchState => stateOfMatch(logOf(words));

test.each<[string, MatchState]>([
  ['', 'CANDIDATE'],
  ['a:C', 'CANDIDATE'],
  ['a:C a:C', 'CANDIDATE'],
  ['a:C b:C', 'CONFIRMED'],
  ['a:D b:D', 'DENIES'],
  ['a:C b:D', 'CANDIDATE'],
  ['a:C b:D c:D', 'DENIES'],
  ['a:C b:C c:D d:D', 'CANDIDATE'],
  ['a:R', 'REJECTED'],
  ['a:C b:R', 'REJECTED'],
  ['a:C b:C c:R', 'CONFIRMED'],
  ['a:C b:C b:R', 'REJECTED'],
  ['a:C b:C c:A', 'CANDIDATE'],
  ['a:C b:C c:A a:C', 'CANDIDATE'],
])('after "%s" a match is %s', (words, state) => expect(after(words)).toBe(state));

test('nobody alone makes a mention one that tells or denies, however often they say so', () => {
  const votes = fc.array(fc.constantFrom<MatchVerdict>(...VERDICTS), { maxLength: 6 });
  const check = (verdicts: MatchVerdict[]) => {
    const log = verdicts.map((verdict, i) => ({ ...logOf('a:C')[0]!, verdict, id: `${i}`, number: i + 1 }));
    expect(['CANDIDATE', 'REJECTED']).toContain(stateOfMatch(log));
  };
  fc.assert(fc.property(votes, check));
});

const YEARS = 10 * 365 * 86_400_000;
const vote = (by: string, verdict: MatchVerdict) => ({
  id: 'x',
  claimId: 'c',
  mentionId: 'x:1',
  verdict,
  by,
  reason: 'r',
});

test('who agrees never undoes what stands, however old the votes are and whoever decided before two were needed', () => {
  const votes = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...VERDICTS)), { maxLength: 12 });
  const people = fc.constantFrom('a', 'b', 'z');
  const check = (said: [string, MatchVerdict][], by: string, old: MatchState | null) => {
    const log = said.map(([by, verdict], i) => ({ ...vote(by, verdict), number: i + 1, at: i }));
    const state = old ?? stateOfMatch(log);
    if (state === 'CANDIDATE') return;
    const match = { state } as ClaimMatch;
    expect(withDecision({ match, log }, vote(by, state), YEARS).state).toBe(state);
  };
  fc.assert(fc.property(votes, people, fc.constantFrom(null, 'CONFIRMED', 'REJECTED'), check));
});

test('one person decides 20 times at most on a match, and keeps nobody else from it', () => {
  const match = { state: 'REJECTED' } as ClaimMatch;
  const log = logOf(Array.from({ length: 20 }, () => 'a:R').join(' '));
  expect(() => withDecision({ match, log }, vote('a', 'REJECTED'), 99)).toThrow(/20 decisions of yours/);
  expect(withDecision({ match, log }, vote('b', 'APPEAL'), 99).state).toBe('CANDIDATE');
});

test('an appeal is against what was decided, and opens it again', () => {
  const match = (state: MatchState) => ({ state }) as ClaimMatch;
  const appeal = { id: 'x', claimId: 'c', mentionId: 'x:1', verdict: 'APPEAL', by: 'z', reason: 'r' } as const;
  const { decision, state } = withDecision({ match: match('CONFIRMED'), log: logOf('a:C b:C') }, appeal, 9);
  expect([decision, state]).toEqual([{ ...appeal, number: 3, at: 9 }, 'CANDIDATE']);
  expect(() => withDecision({ match: match('CANDIDATE'), log: logOf('a:C') }, appeal, 9)).toThrow(/nothing is decided/);
});

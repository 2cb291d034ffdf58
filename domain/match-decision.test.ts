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
const after = (words: string): MatchState => stateOfMatch(logOf(words), 100);

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
    expect(['CANDIDATE', 'REJECTED']).toContain(stateOfMatch(log, 1));
  };
  fc.assert(fc.property(votes, check));
});

test('a vote counts for as long as one on a finding', () => {
  expect(stateOfMatch(logOf('a:C b:C'), 40, 50)).toBe('CONFIRMED');
  expect(stateOfMatch(logOf('a:C b:C'), 50, 50)).toBe('CANDIDATE');
});

test('an appeal is against what was decided, and opens it again', () => {
  const match = (state: MatchState) => ({ state }) as ClaimMatch;
  const appeal = { id: 'x', claimId: 'c', mentionId: 'x:1', verdict: 'APPEAL', by: 'z', reason: 'r' } as const;
  const { decision, state } = withDecision({ match: match('CONFIRMED'), log: logOf('a:C b:C') }, appeal, 9);
  expect([decision, state]).toEqual([{ ...appeal, number: 3, at: 9 }, 'CANDIDATE']);
  expect(() => withDecision({ match: match('CANDIDATE'), log: logOf('a:C') }, appeal, 9)).toThrow(/nothing is decided/);
});

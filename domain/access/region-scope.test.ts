import { mayNameRegion, narrowedRegion, seesIssue, seesRegion } from './region-scope.js';

const of = (...regions: string[]) => ({ regions });
const ALL = { regions: null };

test.each<[string, { regions: readonly string[] | null }, string | undefined, string | undefined]>([
  ['the whole country', ALL, undefined, undefined],
  ['any region of it', ALL, '32', '32'],
  ['the own region', of('32'), undefined, '32'],
  ['a part of it', of('32'), '32.73', '32.73'],
  ['of what is around it, the own', of('32.73'), '32', '32.73'],
  ['of what is around one of several, that one', of('32.73', '31'), '32', '32.73'],
])('a list is narrowed to %s', (_, caller, asked, narrowed) => {
  expect(narrowedRegion(caller, asked, 'filter.region')).toBe(narrowed);
});

test.each<[string, string[], string | undefined, string]>([
  ['a sibling', ['32.73'], '32.04', 'FORBIDDEN'],
  ['a code that only begins alike', ['3'], '32', 'FORBIDDEN'],
  ['anything of nobody', [], undefined, 'FORBIDDEN'],
  ['several at once', ['32', '31'], undefined, 'BAD_FILTER'],
])('refuses %s', (_, regions, asked, code) => {
  expect(() => narrowedRegion(of(...regions), asked, 'filter.region')).toThrow(expect.objectContaining({ code }));
});

test('a row is of the region that it names; one without is of the whole country', () => {
  expect(['32', '32.73', '32.04', '31', null].filter((code) => seesRegion(of('32.73', '31'), code))).toEqual([
    '32.73',
    '31',
  ]);
  expect(seesRegion(ALL, null)).toBe(true);
});

test('an issue is seen where it is shared with a region, around it or in it, and by the agency that owns it', () => {
  const sees = (regions: string[] | null, agencyId: string | null, code: string, ownerAgencyId: string | null = null) =>
    seesIssue({ regions, agencyId }, { sharedWith: [code], ownerAgencyId });
  const seen = (own: string) => ['32', '32.73', '31'].filter((code) => sees([own], null, code));
  expect([seen('32.73'), seen('32'), seen('32.04')]).toEqual([['32', '32.73'], ['32', '32.73'], ['32']]);
  expect(sees(null, null, '31')).toBe(true);
  expect([sees(['32'], 'bnpb', '31', 'bnpb'), sees(['32'], 'bnpb', '31', 'bmkg')]).toEqual([true, false]);
  expect(sees(['32'], null, '31')).toBe(false);
});

test('issues of a region of others are refused, not an empty list, but for who acts for an agency', () => {
  const asked = (code: string, agencyId: string | null) => () =>
    mayNameRegion({ regions: ['32.73'], agencyId }, code, 'sharedWith');
  expect(asked('31', null)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  expect(asked('31', 'bnpb')).not.toThrow();
  expect(asked('32', null)).not.toThrow();
});

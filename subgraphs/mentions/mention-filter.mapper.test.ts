import { toMentionFilter } from './mention-filter.mapper.js';

test('conditions of the filter and of the place hold together', () => {
  const filter = toMentionFilter({ kinds: ['REPLY'], from: new Date(5), region: '31' }, { issue: 'banjir' });
  expect(filter).toEqual({ issueId: 'banjir', kinds: ['REPLY'], from: 5, regionCode: '31' });
});

test('a filter that names another issue than the place is refused, the same one is not', () => {
  expect(toMentionFilter({ issue: 'banjir' }, { issue: 'banjir' })).toEqual({ issueId: 'banjir' });
  expect(() => toMentionFilter({ issue: 'haji' }, { issue: 'banjir' })).toThrow(
    expect.objectContaining({ code: 'BAD_FILTER', at: 'filter.issue' }),
  );
});

test('platforms are compared in lower case', () => {
  expect(toMentionFilter({ platforms: ['Facebook', 'x '] })).toEqual({ platforms: ['facebook', 'x'] });
});

test.each(['Jakarta', '31.71.05', '3171', ''])('the region "%s" is refused: it is no code', (region) => {
  expect(() => toMentionFilter({ region })).toThrow(
    expect.objectContaining({ code: 'BAD_FILTER', at: 'filter.region', hint: expect.stringContaining('31.71') }),
  );
});

test('an empty span of time is refused', () => {
  expect(() => toMentionFilter({ from: new Date(5), to: new Date(5) })).toThrow(
    expect.objectContaining({ code: 'BAD_FILTER', at: 'filter.from' }),
  );
});

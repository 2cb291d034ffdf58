import { judged } from './judged-answer.js';

const whole = {
  list: [
    { id: 'a', who: { name: 'Budi' } },
    { id: 'b', who: null },
  ],
};
const lost = ['list.who'];
const unavailable = (at: string, path: readonly (string | number)[]) => ({
  message: 'down',
  path,
  extensions: { code: 'SUBGRAPH_UNAVAILABLE', at },
});
const withoutFirst = {
  list: [
    { id: 'a', who: null },
    { id: 'b', who: null },
  ],
};

test('an answer as it was is whole, one without the lost fields and with their errors is partial', () => {
  expect(judged({ data: whole }, whole, { lost }).kind).toBe('whole');
  const errors = [unavailable('accounts', ['list', 0, 'who'])];
  expect(judged({ data: withoutFirst, errors }, whole, { lost }).kind).toBe('partial');
});

test.each([
  [
    'another value',
    {
      data: {
        list: [
          { id: 'x', who: { name: 'Budi' } },
          { id: 'b', who: null },
        ],
      },
    },
  ],
  ['a list that is shorter', { data: { list: [{ id: 'a', who: { name: 'Budi' } }] } }],
  ['a null without an error', { data: withoutFirst }],
  ['an error of another part', { data: withoutFirst, errors: [unavailable('mentions', ['list', 0, 'who'])] }],
  ['an error and nothing lost', { data: whole, errors: [unavailable('accounts', ['list', 0, 'who'])] }],
  ['a field of another part that is gone', { data: { list: null }, errors: [unavailable('accounts', ['other'])] }],
  ['an error without a code', { data: withoutFirst, errors: [{ message: 'x', path: ['list', 0, 'who'] }] }],
])('%s is wrong', (_, answer) => {
  expect(judged(answer, whole, { lost }).kind).toBe('wrong');
});

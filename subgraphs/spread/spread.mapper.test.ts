import { ACCOUNT_IDS, reportDocument } from '../../test/builders/report-input.js';
import { toSpread } from './spread.mapper.js';

const [, first] = ACCOUNT_IDS;

test('an account that lies between others is given with the error of the figure', () => {
  expect(toSpread(reportDocument()).measures!.betweenness.accounts).toEqual([
    { account: { id: first }, value: 4321.5, error: 987.25 },
  ]);
});

test('figures of a run that knew no error have none', () => {
  const document = reportDocument();
  const betweenness = { sampling: 'UNIFORM' as const, sources: 870, accounts: [{ accountId: first!, value: 4321.5 }] };
  const { measures } = toSpread({ ...document, measures: { ...document.measures!, betweenness } });
  expect(measures!.betweenness.accounts).toEqual([{ account: { id: first }, value: 4321.5, error: null }]);
});

import type { CoTimedEdge } from '#domain/finding.js';
import type { RunDocument } from '#domain/run-document.js';
import { group, reportDocument } from '../../test/builders/report-input.js';
import { runOf } from '../../test/builders/run-results.js';
import { runSummary } from './print-run.js';

const edges = Array.from({ length: 7 }, (_, i): CoTimedEdge => {
  const tests = [{ windowSeconds: 60, occasions: 3 + i, expected: 0.5, qWho: 10 ** (i - 9), qWhen: 1e-9 }];
  return { from: `a${i}`, to: 'z', behaviour: 'CO_LINK', weight: 10 + i, objects: 3, symmetry: 1, tests };
});
const summaryOf = (over: Partial<RunDocument>) => runSummary(runOf('r'), reportDocument(over));

test('of the edges of a group the strongest are printed, with their figures against chance, and how many there are', () => {
  expect(summaryOf({ groups: [group({ edges: edges.toReversed() })] })).toMatchObject({
    groups: [{ edges: 7, strongestEdges: edges.slice(0, 5) }],
  });
});

test('of a large group all edges are counted, not only those that the document has', () => {
  expect(summaryOf({ groups: [group({ edges, edgeCount: 500_000 })] })).toMatchObject({ groups: [{ edges: 500_000 }] });
});

test('the sentiment of texts is printed without its trends, null in runs from before it was told', () => {
  const figures = { judged: 0, abstained: 2, accounts: 0, effective: 0, shares: null };
  const abstainedBy = { jv: 2, su: 0, en: 0, other: 0, untold: 0 };
  const left = { mentions: 5, government: { mentions: 1, accounts: 1 }, reposts: 1, empty: 1, abstainedBy };
  const stream = { ...figures, ...left, trend: { HOUR: [], DAY: [], WEEK: [] } };
  const model = { accuracy: 0.9, macroF1: 0.8 };
  const sentiment = { model, confidence: 0.95, streams: { SOCIAL: stream, NEWS: { ...stream, mentions: 0 } } };
  const social = { ...figures, ...left };
  const printed = { model, confidence: 0.95, social, news: { ...social, mentions: 0 } };
  expect(summaryOf({ sentiment })).toHaveProperty('sentiment', printed);
  expect(summaryOf({})).toMatchObject({ sentiment: null });
});

test('what each window alone would have found is printed, null where nothing was tested', () => {
  const windows = [{ windowSeconds: 60, pairsTried: 9, pairsBeyondWho: 7, pairsKept: 5, groups: 1, accounts: 4 }];
  expect(summaryOf({ windows })).toMatchObject({ windows });
  expect(summaryOf({ windows: [] })).toMatchObject({ windows: null });
  expect(summaryOf({})).toMatchObject({ windows: null });
});

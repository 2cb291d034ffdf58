import type { RunDocument } from '#domain/run-document.js';
import { group, publicAccounts, reportDocument } from '../../../test/builders/report-input.js';
import { renderReport } from './render-report.js';

function render(over: Partial<RunDocument>): string {
  const nobody = { agencies: new Map(), regions: new Map(), histories: new Map(), sharedWith: [] };
  const input = { document: reportDocument(over), queryVersion: 2, publicAccounts: publicAccounts(), ...nobody };
  return renderReport(input, { language: 'en', zone: 'wib' });
}

describe('how the result moves with the window', () => {
  const outcome = (windowSeconds: number, pairsKept: number) => {
    return { windowSeconds, pairsTried: 900, pairsBeyondWho: 700, pairsKept, groups: 2, accounts: 24 };
  };

  test('is a chart and a table, with the windows that were asked for marked', () => {
    const html = render({ windows: [outcome(60, 276), outcome(3600, 17)] });
    expect(html).toContain('How the result moves with the window');
    expect(html).toMatch(/<th scope="row">one minute \(asked for\)<\/th>/);
    expect(html).toMatch(
      /<th scope="row">one hour<\/th><td class="number">900<\/td><td class="number">700<\/td><td class="number">17</,
    );
    expect(html).toContain('aria-label="Bar chart by window (one minute and one hour)');
  });

  test('is left out where a run has none', () => {
    expect(render({ windows: [] })).not.toContain('How the result moves');
  });
});

test('a group in calibrated mode has its q-value beside its chance rate', () => {
  const chance = { ...group().chance, qValue: 0.00031 };
  expect(render({ groups: [group({ chance })] })).toContain('from a false discovery rate of 3.1E-4 on');
  expect(render({ groups: [group()] })).not.toContain('false discovery rate of');
});

import type { CoTimedEdge, EdgeTest } from '#domain/finding.js';
import type { RunDocument } from '#domain/run-document.js';
import { ACCOUNT_IDS, group, publicAccounts, reportDocument } from '../../../test/builders/report-input.js';
import { renderReport } from './render-report.js';

const test60: EdgeTest = { windowSeconds: 60, occasions: 7, expected: 1.23456e-9, qWho: 1.2e-9, qWhen: 0.00031 };
const edges = (tests?: readonly EdgeTest[] | null): readonly CoTimedEdge[] =>
  Array.from({ length: 9 }, (_, i) => {
    const ends = { from: ACCOUNT_IDS[20 + i]!, to: ACCOUNT_IDS[31]! };
    return { ...ends, behaviour: 'CO_LINK', weight: 1234 - i, objects: 5, ...(tests === undefined ? {} : { tests }) };
  });

function render(of: readonly CoTimedEdge[], over: Partial<RunDocument> = {}, language: 'en' | 'id' = 'en'): string {
  const document = reportDocument({ groups: [group({ edges: of })], ...over });
  const nobody = { agencies: new Map(), regions: new Map(), histories: new Map(), sharedWith: [] };
  return renderReport(
    { document, queryVersion: 2, publicAccounts: publicAccounts(), ...nobody },
    { language, zone: 'wib' },
  );
}
const cells = (...values: string[]) => values.map((value) => `<td class="number">${value}</td>`).join('');
const compatible = { parameters: { ...reportDocument().parameters, mode: 'COMPATIBLE' as const } };

test('the strongest pairs stand with their figures against chance, at the window at which chance explains least', () => {
  const wider = { ...test60, windowSeconds: 600, occasions: 8, expected: 0.25, qWho: 0, qWhen: 1e-7 };
  const html = render(edges([test60, wider]));
  expect(html).toContain('Strongest pairs: 8 of 9');
  expect(html).toContain(cells('10 minutes', '8', '0.25', '&lt; 1E-300', '1E-7'));
  expect(html).toContain('shares of false finds that would have to be accepted');
  expect(render(edges([test60]))).toContain(cells('one minute', '7', '&lt; 0.001', '1.2E-9', '3.1E-4'));
});

test('of a large group they are counted among all edges, and the report says how much evidence is kept', () => {
  const large = group({ edges: edges(null), edgeCount: 500_000, evidenceCount: 600_000, evidenceKept: 2400 });
  const html = render([], { ...compatible, groups: [large] });
  expect(html).toContain('Strongest pairs: 8 of 500,000');
  expect(html).toContain('2,400 of 600,000 rows are kept: those of the strongest pairs of accounts');
  expect(render(edges(null), compatible)).not.toContain('rows are kept');
  expect(render([], { ...compatible, groups: [large] }, 'id')).toContain('2.400 dari 600.000 baris disimpan');
});

test('in Indonesian too', () => {
  const html = render(edges([test60]), {}, 'id');
  expect(html).toContain('Pasangan terkuat: 8 dari 9');
  expect(html).toContain('Makin kecil, makin sedikit yang dijelaskan oleh kebetulan');
});

test('without such figures the heaviest stand there, and why there are none', () => {
  const html = render(edges(null), compatible);
  expect(html).toContain(cells('1,234', '5'));
  expect(html).toContain('It compared no single pair with chance');
  expect(html).not.toContain('False rate');
  expect(render(edges())).toContain('from before the figures of each pair against chance were kept');
});

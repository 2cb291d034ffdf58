import { group, publicAccounts, reportDocument } from '../../../test/builders/report-input.js';
import type { GroupHistory } from './group-histories.js';
import { renderReport } from './render-report.js';
import { REPORT_LANGUAGES, REPORT_TEXTS } from './texts/catalogues.js';

const render = (
  groups: readonly ReturnType<typeof group>[],
  language: 'id' | 'en',
  histories: ReadonlyMap<string, GroupHistory> = new Map(),
) => {
  const names = {
    publicAccounts: publicAccounts(),
    agencies: new Map(),
    regions: new Map(),
    sharedWith: [],
    histories,
  };
  const input = { document: reportDocument({ groups }), queryVersion: 2, ...names };
  return renderReport(input, { language, zone: 'wib' });
};

describe.each(REPORT_LANGUAGES)('the report in %s', (language) => {
  test('says what ties a group, and what the shares are of', () => {
    const html = render([group()], language);
    expect(html).toContain(
      language === 'id' ? 'Terikat oleh tautan 62,5%, unggah ulang 37,5%' : 'Tied by links 62.5%, reposts 37.5%',
    );
    expect(html).toContain(REPORT_TEXTS[language].ties.shareOf.CALIBRATED);
  });

  test('says nothing of it where the run did not measure it', () => {
    const { attribution: _none, ...older } = group();
    expect(render([older], language)).not.toContain(REPORT_TEXTS[language].ties.tiedBy('').trim());
  });

  test('says which group of earlier runs it is again, what changed, and that a decision there is not one here', () => {
    const { id } = group();
    const { ties } = REPORT_TEXTS[language];
    const predecessor = { id: 'r2-g4', runId: 'r2', stayed: 11, joined: 1, left: 2 };
    const lineage = { stableId: 'r1-g3', sinceRunId: 'r1', predecessor };
    const html = render(
      [group()],
      language,
      new Map([[id, { lineage, decision: { findingId: 'r1-g3', state: 'DISMISSED' } }]]),
    );
    expect(html).toContain(ties.since('r1', 'r1-g3'));
    expect(html).toContain(ties.comparedWith('r2-g4', '11', '1', '2'));
    expect(html).toContain(ties.decided(ties.decisions.DISMISSED, 'r1-g3'));
    const first = { stableId: id, sinceRunId: 'r', predecessor: null };
    const alone = render([group()], language, new Map([[id, { lineage: first, decision: null }]]));
    expect(alone).toContain(ties.first);
    expect(alone).not.toContain('r1-g3');
  });

  test('does not call a group from before groups were traced first found, and names a decision on it all the same', () => {
    const { id } = group();
    const { ties } = REPORT_TEXTS[language];
    const decision = { findingId: 'r9-g1', state: 'CONFIRMED' as const };
    const html = (of: GroupHistory) => render([group()], language, new Map([[id, of]]));
    expect(html({ lineage: null, decision: null })).not.toContain(ties.first);
    expect(html({ lineage: null, decision })).toContain(ties.decided(ties.decisions.CONFIRMED, 'r9-g1'));
  });

  test('says how the groups of one behaviour alone stand to it, and where else they reach', () => {
    const html = render([group()], language);
    const { ties } = REPORT_TEXTS[language];
    expect(html).toContain(ties.alone);
    expect(html).toContain(`${ties.by.CO_LINK}: ${ties.relations.WITHIN('9', '9')}.`);
    expect(html).toContain(`${ties.by.CO_REPOST}: ${ties.relations.OVERLAPPING('7', '4')}; `);
    const elsewhere = ties.alsoIn(`run-0-g2 ${language === 'id' ? 'dan' : 'and'} run-0-g3`);
    expect(html).toContain(`${elsewhere} (${REPORT_TEXTS[language].nOfN('2', '5')}).`);
    expect(render([group({ layerGroups: [] })], language)).not.toContain(ties.alone);
    const sentences = Object.values(ties.relations).map((relation) => relation('7', '4'));
    expect(new Set(sentences).size).toBe(4);
  });
});

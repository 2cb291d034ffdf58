import { type MentionSketch, mentionColumns } from '../../../test/builders/mention-columns.js';
import { publicAccounts, reportDocument } from '../../../test/builders/report-input.js';
import { issueSentiment } from '../document/sentiment.js';
import { opinionTrend } from './charts/opinion-trend.js';
import { renderReport } from './render-report.js';
import { REPORT_LANGUAGES, REPORT_TEXTS, type ReportLanguage } from './texts/catalogues.js';

const DAY = 86_400;
/** Midnight in Jakarta, in seconds. */
const START = Date.UTC(2026, 2, 1, 17) / 1000;
const MODEL = { accuracy: 0.887, macroF1: 0.86 };

/** Two texts on each of the days, the first negative, the second of the later days positive; and one of an agency. */
function sentimentOver(days: readonly number[]) {
  const texts = days.flatMap((day, i): MentionSketch[] => [
    { id: `n${i}`, account: `n${i}`, at: START + day * DAY, sentiment: 'negative' },
    { id: `p${i}`, account: `p${i}`, at: START + day * DAY + 60, sentiment: i === 0 ? 'jv' : 'positive' },
  ]);
  const agency: MentionSketch = { id: 'g', account: 'humas', at: START, sentiment: 'positive' };
  return issueSentiment(mentionColumns([...texts, agency], { humas: { agencyId: 'bnpb' } }), MODEL)!;
}

function render(language: ReportLanguage, sentiment: ReturnType<typeof sentimentOver> | undefined): string {
  const nobody = { agencies: new Map(), regions: new Map(), histories: new Map(), sharedWith: [] };
  const document = reportDocument(sentiment === undefined ? {} : { sentiment });
  return renderReport(
    { document, queryVersion: 2, publicAccounts: publicAccounts(), ...nobody },
    { language, zone: 'wib' },
  );
}

describe.each(REPORT_LANGUAGES)('sentiment in the report in %s', (language) => {
  const { sentiment: words, streams, nOfN } = REPORT_TEXTS[language];
  const html = render(language, sentimentOver([0, 20, 22]));

  test('shares stand with their bands beside n of N texts, what is left out is told, and how well the model does', () => {
    expect(html).toContain('<a href="#sentiment">');
    expect(html).toContain(words.lead(language === 'id' ? '88,7%' : '88.7%'));
    expect(html).toContain(words.leftOutOf(streams.SOCIAL, '1', '1', '0', '0'));
    expect(html).toContain(nOfN('5', '6'));
    // Wilson of 2 in 5 texts of as many accounts: 0.1176 to 0.7693, outwards.
    expect(html).toContain(language === 'id' ? '40% (11,8%–76,9%)' : '40% (11.8%–76.9%)');
  });

  test('the trend is a chart with a text in its place and a table', () => {
    expect(html).toContain(words.trend.DAY);
    expect(html).toContain('id="sentiment-');
    expect(html.split(nOfN('2', '2'))).toHaveLength(3);
  });

  test('a run from before it was told has no such section', () => {
    expect(render(language, undefined)).not.toContain('#sentiment');
  });

  test('where no text was judged it says so', () => {
    const { SOCIAL, ...others } = sentimentOver([]).streams;
    const none = { ...sentimentOver([]), streams: { ...others, SOCIAL } };
    expect(render(language, none)).toContain(words.none);
  });
});

test('the trend has the finest buckets that can be read, and gaps where nothing was judged', () => {
  const bucketOver = (days: readonly number[]) => opinionTrend(sentimentOver(days).streams.SOCIAL)!;
  expect(bucketOver([0, 1]).bucket).toBe('HOUR');
  const { bucket, points } = bucketOver([0, 20, 22]);
  expect(bucket).toBe('DAY');
  expect(points.map(({ figures }) => figures?.judged ?? null).filter((count) => count !== null)).toEqual([1, 2, 2]);
  expect(points).toHaveLength(23);
  expect(bucketOver([0, 300])).toMatchObject({ bucket: 'WEEK', bucketMs: 7 * DAY * 1000 });
  expect(bucketOver([0, 3000]).bucket).toBe('WEEK');
});

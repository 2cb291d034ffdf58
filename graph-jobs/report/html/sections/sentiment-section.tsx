import type { SentimentFigures, StreamSentiment } from '#domain/issue-sentiment.js';
import { STREAMS, type Stream } from '#domain/mention.js';
import { SENTIMENTS, type Sentiment } from '#domain/sentiment.js';
import { opinionChart } from '../charts/opinion-chart.js';
import { type OpinionTrend, opinionTrend } from '../charts/opinion-trend.js';
import { OPINION_LINES } from '../charts/palette.js';
import { Chart, type Column, Section, Table } from '../parts.js';
import type { ReportView, SectionProps } from '../report-view.js';

const MOST_ROWS = 60;
type Row = StreamSentiment & { readonly name: Stream };

/** How opinion is divided over the texts; nothing for runs from before it was told. */
export function SentimentSection({ view }: SectionProps) {
  const { document, texts, formats } = view;
  const words = texts.sentiment;
  if (document.sentiment === undefined) return null;
  const { model, confidence, streams } = document.sentiment;
  const rows = STREAMS.map((name) => ({ name, ...streams[name] }));
  const trend = opinionTrend(streams.SOCIAL);
  return (
    <Section id="sentiment" title={words.heading}>
      <p>{words.lead(formats.percent(model.accuracy))}</p>
      <p>{words.leftOut}</p>
      <ul class="sentences">
        {rows.map((row) => (
          <li key={row.name}>{leftOutOf(row, view)}</li>
        ))}
      </ul>
      <Table caption={words.table} columns={streamColumns(view)} rows={rows} />
      <p class="note">{words.band(formats.percent(confidence))}</p>
      {trend === null ? <p>{words.none}</p> : <Trend view={view} trend={trend} />}
    </Section>
  );
}

function leftOutOf({ name, government, reposts, empty }: Row, { texts, formats }: ReportView): string {
  const [mentions, accounts] = [formats.number(government.mentions), formats.number(government.accounts)];
  return texts.sentiment.leftOutOf(
    texts.streams[name],
    mentions,
    accounts,
    formats.number(reposts),
    formats.number(empty),
  );
}

function streamColumns(view: ReportView): readonly Column<Row>[] {
  const { texts, formats } = view;
  const words = texts.sentiment;
  return [
    { head: words.stream, cell: ({ name }) => texts.streams[name] },
    judgedColumn(view),
    ...SENTIMENTS.map((label) => shareColumn(view, label)),
    { head: words.effective, numeric: true, cell: ({ effective }) => formats.number(effective, 1) },
  ];
}

function Trend({ view, trend }: SectionProps & { trend: OpinionTrend }) {
  const { texts, formats } = view;
  const words = texts.sentiment;
  const { bucket, points } = trend;
  const startOf = bucket === 'HOUR' ? formats.minute : formats.day;
  const rows = points.flatMap(({ figures }) => figures ?? []);
  const shown = rows.slice(-MOST_ROWS);
  const count = texts.nOfN(formats.number(shown.length), formats.number(rows.length));
  return (
    <>
      <h3>{words.trend[bucket]}</h3>
      <Chart
        svg={opinionChart(trend, view)}
        alt={words.alt(startOf(points[0]!.start), startOf(points.at(-1)!.start))}
        caption={texts.times(formats.zoneName)}
      />
      <ul class="key" aria-hidden="true">
        {(['positive', 'negative'] as const).map((label) => (
          <li key={label}>
            <span class="swatch" style={{ background: OPINION_LINES[label].colour }} /> {words.labels[label]}
          </li>
        ))}
        <li>{words.bandKey}</li>
      </ul>
      <Table
        caption={shown.length < rows.length ? `${words.trend[bucket]}: ${count}` : words.trend[bucket]}
        columns={[
          { head: words.from, cell: ({ start }) => startOf(start) },
          judgedColumn(view),
          ...SENTIMENTS.map((label) => shareColumn(view, label)),
        ]}
        rows={shown}
      />
    </>
  );
}

function judgedColumn({ texts, formats }: ReportView): Column<SentimentFigures> {
  return {
    head: texts.sentiment.judged,
    numeric: true,
    cell: ({ judged, abstained }) => texts.nOfN(formats.number(judged), formats.number(judged + abstained)),
  };
}

function shareColumn({ texts, formats }: ReportView, label: Sentiment): Column<SentimentFigures> {
  const { labels, shareOf } = texts.sentiment;
  return {
    head: labels[label],
    numeric: true,
    cell: ({ shares }) => {
      if (shares === null) return '–';
      const { share, low, high } = shares[label];
      return shareOf(formats.percent(share), formats.percent(low), formats.percent(high));
    },
  };
}

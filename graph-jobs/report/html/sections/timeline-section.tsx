import { MENTION_KINDS } from '#domain/mention.js';
import { KIND_COLOURS, NEWS_COLOUR } from '../charts/palette.js';
import { timelineChart } from '../charts/timeline-chart.js';
import { timelineSeries } from '../charts/timeline-series.js';
import { Chart, type Column, Section, Table } from '../parts.js';
import { type PeriodRow, periodRows } from '../period-rows.js';
import type { SectionProps } from '../report-view.js';
import { spanName } from '../spans.js';
import { GrowthTable } from './growth-table.js';

/** Mentions over time as a chart, and the same figures by day, month or year as a table. */
export function TimelineSection({ view }: SectionProps) {
  const { document, texts, formats } = view;
  const series = timelineSeries(document.timeline);
  if (series === null)
    return (
      <Section id="timeline" title={texts.timeline.heading}>
        <p>{texts.timeline.empty}</p>
      </Section>
    );
  const columns: readonly Column<PeriodRow>[] = [
    { head: texts.timeline.period, cell: ({ name }) => name },
    ...MENTION_KINDS.map((kind) => ({
      head: texts.kinds[kind],
      numeric: true,
      cell: ({ social }: PeriodRow) => formats.number(social[kind]),
    })),
    { head: texts.streams.NEWS, numeric: true, cell: ({ news }) => formats.number(news) },
    { head: texts.timeline.total, numeric: true, cell: ({ total }) => formats.number(total) },
  ];
  const alt = texts.timeline.alt(
    formats.moment(series.starts[0]!),
    formats.moment(series.starts.at(-1)!),
    formats.moment(series.peak.start),
    formats.number(series.peak.count),
  );
  return (
    <Section id="timeline" title={texts.timeline.heading}>
      <p class="lead">{texts.timeline.lead(spanName(series.barMs, view))}</p>
      <Chart svg={timelineChart(series, view)} alt={alt} caption={texts.times(formats.zoneName)} />
      <KindKey view={view} />
      <Table caption={texts.timeline.table} columns={columns} rows={periodRows(document.timeline, formats)} />
      <GrowthTable view={view} />
    </Section>
  );
}

function KindKey({ view: { texts } }: SectionProps) {
  const entries = [
    ...MENTION_KINDS.map((kind) => [texts.kinds[kind], KIND_COLOURS[kind]] as const),
    [texts.streams.NEWS, NEWS_COLOUR] as const,
  ];
  return (
    <ul class="key" aria-hidden="true">
      {entries.map(([name, colour]) => (
        <li key={name}>
          <span class="swatch" style={{ background: colour }} /> {name}
        </li>
      ))}
    </ul>
  );
}

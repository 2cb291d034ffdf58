import type { SentimentShare } from '#domain/issue-sentiment.js';
import type { ReportView } from '../report-view.js';
import type { OpinionTrend } from './opinion-trend.js';
import { OPINION_LINES } from './palette.js';
import { svgChart } from './svg-chart.js';

const WIDTH = 960;
const HEIGHT = 260;
const DAY_MS = 86_400_000;
const INK = '#333';
const LABELS = ['positive', 'negative'] as const;
type Label = (typeof LABELS)[number];

/** Shares of positive and negative texts over time, each in its band; a gap where nothing was judged. */
export function opinionChart({ points, bucketMs }: OpinionTrend, { texts, formats }: ReportView): string {
  const days = (bucketMs * points.length) / DAY_MS;
  const values = (label: Label, of: (share: SentimentShare) => number) =>
    points.map(({ figures }) => (figures?.shares ? of(figures.shares[label]) : '-'));
  return svgChart('sentiment', WIDTH, HEIGHT, {
    grid: [{ left: 62, right: 14, top: 14, bottom: 44 }],
    xAxis: [
      {
        type: 'category',
        data: points.map(({ start }) => formats.axis(start, days)),
        boundaryGap: points.length === 1,
        axisLabel: { color: INK, hideOverlap: true },
        axisLine: { lineStyle: { color: '#888' } },
      },
    ],
    yAxis: [
      {
        type: 'value',
        min: 0,
        max: 1,
        axisLabel: { color: INK, formatter: (value: number) => formats.percent(value) },
        splitLine: { lineStyle: { color: '#e3e3e3' } },
      },
    ],
    series: LABELS.flatMap((label) => [
      // A band is an area on top of an invisible one that reaches up to its lower end.
      area(
        label,
        0,
        values(label, ({ low }) => low),
      ),
      area(
        label,
        0.18,
        values(label, ({ low, high }) => high - low),
      ),
      line(
        label,
        texts.sentiment.labels[label],
        values(label, ({ share }) => share),
      ),
    ]),
  });
}

function area(label: Label, opacity: number, data: readonly (number | string)[]) {
  return {
    type: 'line',
    stack: label,
    data,
    symbol: 'none',
    lineStyle: { opacity: 0 },
    areaStyle: { color: OPINION_LINES[label].colour, opacity },
  };
}

function line(label: Label, name: string, data: readonly (number | string)[]) {
  const { colour, stroke } = OPINION_LINES[label];
  return {
    type: 'line',
    name,
    data,
    symbol: label === 'positive' ? 'circle' : 'rect',
    symbolSize: 6,
    itemStyle: { color: colour },
    lineStyle: { color: colour, type: stroke, width: 2 },
  };
}

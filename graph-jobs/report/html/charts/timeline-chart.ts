import { MENTION_KINDS } from '#domain/mention.js';
import type { ReportView } from '../report-view.js';
import { KIND_COLOURS, NEWS_COLOUR } from './palette.js';
import { svgChart } from './svg-chart.js';
import type { TimelineSeries } from './timeline-series.js';

const WIDTH = 960;
const HEIGHT = 400;
const DAY_MS = 86_400_000;
const LEFT = 62;
const RIGHT = 14;
const INK = '#333';

/** Social mentions by kind, stacked, above news on a scale of their own; one time axis. */
export function timelineChart(series: TimelineSeries, { texts, formats }: ReportView): string {
  const span = series.barMs * series.starts.length;
  const labels = series.starts.map((start) => formats.axis(start, span / DAY_MS));
  const values = { color: INK, formatter: (value: number) => formats.number(value) };
  const axis = (gridIndex: number, shown: boolean) => ({
    type: 'category',
    gridIndex,
    data: labels,
    axisTick: { show: shown, alignWithLabel: true },
    axisLabel: { show: shown, color: INK, hideOverlap: true, interval: labelEvery(series, formats.offsetMs) },
    axisLine: { lineStyle: { color: '#888' } },
  });
  const scale = (gridIndex: number, name: string, splitNumber: number) => ({
    type: 'value',
    gridIndex,
    name,
    splitNumber,
    minInterval: 1,
    nameTextStyle: { align: 'left', color: INK, fontWeight: 'bold', padding: [0, 0, 0, -LEFT + 12] },
    axisLabel: values,
    splitLine: { lineStyle: { color: '#e3e3e3' } },
  });
  const bars = { type: 'bar', barCategoryGap: '12%', xAxisIndex: 0, yAxisIndex: 0 };
  return svgChart('timeline', WIDTH, HEIGHT, {
    grid: [
      { left: LEFT, right: RIGHT, top: 28, height: 210 },
      { left: LEFT, right: RIGHT, top: 278, height: 74 },
    ],
    xAxis: [axis(0, false), axis(1, true)],
    yAxis: [scale(0, texts.streams.SOCIAL, 4), scale(1, texts.streams.NEWS, 2)],
    series: [
      ...MENTION_KINDS.map((kind) => ({
        ...bars,
        name: texts.kinds[kind],
        stack: 'social',
        data: series.social[kind],
        itemStyle: { color: KIND_COLOURS[kind] },
      })),
      {
        ...bars,
        name: texts.streams.NEWS,
        xAxisIndex: 1,
        yAxisIndex: 1,
        data: series.news,
        itemStyle: { color: NEWS_COLOUR },
      },
    ],
  });
}

/** Labels at the bars in which a local day begins, or evenly where a bar is longer than a day or all lie in few days. */
function labelEvery({ barMs, starts }: TimelineSeries, offsetMs: number): 'auto' | ((index: number) => boolean) {
  const days = (barMs * starts.length) / DAY_MS;
  if (barMs > DAY_MS || days < 4) return 'auto';
  const every = Math.ceil(days / 12);
  const dayOf = (start: number) => Math.floor((start + offsetMs) / DAY_MS);
  const first = dayOf(starts[0]!);
  return (index) => {
    const day = dayOf(starts[index]!);
    const begins = index > 0 && day !== dayOf(starts[index - 1]!);
    return begins && (day - first) % every === 0;
  };
}

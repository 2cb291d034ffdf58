import type { WindowOutcome } from '#domain/detection.js';
import type { ReportView } from '../report-view.js';
import { spanName } from '../spans.js';
import { svgChart } from './svg-chart.js';

const WIDTH = 960;
const HEIGHT = 240;
const INK = '#333';

/** Pairs beyond chance by who, pairs kept, accounts in groups. */
export const WINDOW_COLOURS = ['#56b4e9', '#c8550a', '#0b3c5d'] as const;

/** What each window alone finds, side by side. */
export function windowChart(outcomes: readonly WindowOutcome[], view: ReportView): string {
  const { texts, formats } = view;
  const bars = (name: string, of: (outcome: WindowOutcome) => number, colour: string) => ({
    type: 'bar',
    name,
    data: outcomes.map(of),
    itemStyle: { color: colour },
    label: {
      show: true,
      position: 'top',
      color: INK,
      formatter: ({ value }: { value: number }) => formats.number(value),
    },
  });
  const { windows } = texts;
  return svgChart('windows', WIDTH, HEIGHT, {
    grid: [{ left: 62, right: 14, top: 24, bottom: 30 }],
    xAxis: [
      {
        type: 'category',
        data: outcomes.map(({ windowSeconds }) => spanName(windowSeconds * 1000, view)),
        axisTick: { alignWithLabel: true },
        axisLabel: { color: INK },
      },
    ],
    yAxis: [
      {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: INK, formatter: (value: number) => formats.number(value) },
        splitLine: { lineStyle: { color: '#e3e3e3' } },
      },
    ],
    series: [
      bars(windows.pairsBeyondWho, ({ pairsBeyondWho }) => pairsBeyondWho, WINDOW_COLOURS[0]),
      bars(windows.pairsKept, ({ pairsKept }) => pairsKept, WINDOW_COLOURS[1]),
      bars(windows.accounts, ({ accounts }) => accounts, WINDOW_COLOURS[2]),
    ],
  });
}

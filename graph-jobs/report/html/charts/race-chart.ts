import type { ClusterRole } from '#domain/hoax-cluster/cluster-parts.js';
import type { RaceCurves } from '#domain/hoax-cluster/race-curves.js';
import type { ReportView } from '../report-view.js';
import { RACE_LINES } from './palette.js';
import { svgChart } from './svg-chart.js';

const WIDTH = 960;
const HEIGHT = 260;
const DAY_MS = 86_400_000;
const INK = '#333';

/** Mentions that tell a claim, that deny it and that nobody decided on, on one axis. `number` keeps several on a page apart. */
export function raceChart(curves: RaceCurves, number: number, { texts, formats }: ReportView): string {
  const starts = Array.from(curves.tells, (_, i) => (curves.from ?? 0) + i * curves.bucketMs);
  const days = (curves.bucketMs * starts.length) / DAY_MS;
  const line = (role: ClusterRole, counts: Uint32Array) => ({
    type: 'line',
    name: texts.claims.roles[role],
    data: Array.from(counts),
    symbol: starts.length === 1 ? 'circle' : 'none',
    itemStyle: { color: RACE_LINES[role].colour },
    lineStyle: { color: RACE_LINES[role].colour, type: RACE_LINES[role].stroke, width: 2 },
  });
  return svgChart(`race-${number}`, WIDTH, HEIGHT, {
    grid: [{ left: 62, right: 14, top: 14, bottom: 44 }],
    xAxis: [
      {
        type: 'category',
        data: starts.map((start) => formats.axis(start, days)),
        boundaryGap: starts.length === 1,
        axisLabel: { color: INK, hideOverlap: true },
        axisLine: { lineStyle: { color: '#888' } },
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
    series: [line('CANDIDATE', curves.candidates), line('DENIES', curves.denies), line('TELLS', curves.tells)],
  });
}

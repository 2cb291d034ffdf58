import { BarChart, GraphChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GraphChart, GridComponent, LineChart, SVGRenderer]);

/** No name with a space in it: ECharts would write its quotes into a style attribute as they are. */
const FONT = 'system-ui, Roboto, Arial, sans-serif';

/** Draws the chart as SVG text that scales with its box. `name` keeps the ids of several charts on one page apart. */
export function svgChart(name: string, width: number, height: number, option: EChartsCoreOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: FONT }, ...option });
    return standAlone(chart.renderToSVGString(), name);
  } finally {
    chart.dispose();
  }
}

/**
 * ECharts numbers ids and classes by a counter of the process: ids are named by chart instead, and the classes, which
 * only serve a pointer, go. Then the same data gives the same bytes.
 */
function standAlone(svg: string, name: string): string {
  return svg
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ class="zr\d+-cls-\d+"| pointer-events="[a-z]+"/g, '')
    .replace(/\bzr\d+-/g, `${name}-`)
    .replace(/^<svg width="(\d+)" height="(\d+)"/, '<svg class="chart" focusable="false" data-size="$1x$2"')
    .replace(/ ecmeta_[a-z_]+="[^"]*"/g, '');
}

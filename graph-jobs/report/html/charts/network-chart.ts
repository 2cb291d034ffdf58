import type { NetworkPicture } from '#domain/run-document.js';
import { communityMarks, type Mark, OTHER_MARK } from './palette.js';
import { svgChart } from './svg-chart.js';

const WIDTH = 960;
const HEIGHT = 700;
const SMALLEST = 6;
const LARGEST = 34;
const MARGIN = 26;

/** The picture as the run laid it out; accounts bear no names, the largest communities their numbers. */
export function networkChart(picture: NetworkPicture): string {
  const most = Math.max(1, ...picture.nodes.map(({ amplified }) => amplified));
  const marks = communityMarks();
  const labelled = heads(picture, marks);
  const frame = frameOf(picture);
  const nodes = picture.nodes.map(({ community, x, y, amplified }, i) => {
    const mark = marks.get(community) ?? OTHER_MARK;
    const hollow = mark.shape === 'emptyCircle';
    return {
      id: String(i),
      name: String(i),
      x: frame.scale * x,
      y: -frame.scale * y,
      symbol: hollow ? 'circle' : mark.shape,
      symbolSize: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(amplified / most),
      itemStyle: {
        color: hollow ? '#fff' : mark.colour,
        borderColor: hollow ? mark.colour : '#fff',
        borderWidth: hollow ? 2 : 0.6,
      },
      label: { show: labelled.has(i), formatter: String(community + 1) },
    };
  });
  const links = picture.links.map(({ source, target, weight }) => ({
    source: String(source),
    target: String(target),
    lineStyle: {
      width: Math.min(3, 0.4 + 0.3 * Math.log2(weight + 1)),
      color: (marks.get(picture.nodes[source]!.community) ?? OTHER_MARK).colour,
    },
  }));
  return svgChart('network', WIDTH, HEIGHT, {
    series: {
      type: 'graph',
      layout: 'none',
      left: (WIDTH - frame.width) / 2,
      top: (HEIGHT - frame.height) / 2,
      width: frame.width,
      height: frame.height,
      silent: true,
      data: nodes,
      links,
      lineStyle: { opacity: links.length > 800 ? 0.3 : 0.45, curveness: 0.08 },
      label: {
        position: 'inside',
        fontSize: 15,
        fontWeight: 'bold',
        color: '#111',
        backgroundColor: '#fff',
        borderColor: '#333',
        borderWidth: 1,
        borderRadius: 3,
        padding: [2, 5],
      },
    },
  });
}

/** The box that the picture fills at one scale for both axes: ECharts would stretch it to the shape of the page. */
function frameOf({ nodes }: NetworkPicture): { scale: number; width: number; height: number } {
  const across = extent(nodes.map(({ x }) => x));
  const down = extent(nodes.map(({ y }) => y));
  const scale = Math.min((WIDTH - 2 * MARGIN) / across, (HEIGHT - 2 * MARGIN) / down);
  return { scale, width: scale * across, height: scale * down };
}

/** More than 0, so that a picture of one account has a scale. */
function extent(values: readonly number[]): number {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return Math.max(1e-9, values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) - least);
}

/** The most amplified account of each community that has a mark of its own. */
function heads({ nodes }: NetworkPicture, marks: ReadonlyMap<number, Mark>): Set<number> {
  const best = new Map<number, number>();
  for (const [i, { community, amplified }] of nodes.entries()) {
    const head = best.get(community);
    const larger = head === undefined || amplified > nodes[head]!.amplified;
    if (marks.has(community) && larger) best.set(community, i);
  }
  return new Set(best.values());
}

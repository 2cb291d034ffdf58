import type { NetworkPicture } from '#domain/run-document.js';
import { COMMUNITY_MARKS, OTHER_COLOUR } from './palette.js';
import { svgChart } from './svg-chart.js';

const WIDTH = 960;
const HEIGHT = 640;
const SMALLEST = 6;
const LARGEST = 34;

/** The picture as the run laid it out; accounts bear no names, the largest communities their numbers. */
export function networkChart(picture: NetworkPicture): string {
  const most = Math.max(1, ...picture.nodes.map(({ amplified }) => amplified));
  const labelled = heads(picture);
  const nodes = picture.nodes.map(({ community, x, y, amplified }, i) => {
    const mark = COMMUNITY_MARKS[community];
    const hollow = mark?.shape === 'emptyCircle';
    return {
      id: String(i),
      name: String(i),
      x,
      y: -y,
      symbol: hollow ? 'circle' : (mark?.shape ?? 'circle'),
      symbolSize: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(amplified / most),
      itemStyle: {
        color: hollow ? '#fff' : (mark?.colour ?? OTHER_COLOUR),
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
      color: COMMUNITY_MARKS[picture.nodes[source]!.community]?.colour ?? OTHER_COLOUR,
    },
  }));
  return svgChart('network', WIDTH, HEIGHT, {
    series: {
      type: 'graph',
      layout: 'none',
      left: 30,
      right: 30,
      top: 24,
      bottom: 24,
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

/** The most amplified account of each community that has a mark of its own. */
function heads({ nodes }: NetworkPicture): Set<number> {
  const best = new Map<number, number>();
  for (const [i, { community, amplified }] of nodes.entries()) {
    const head = best.get(community);
    const larger = head === undefined || amplified > nodes[head]!.amplified;
    if (community < COMMUNITY_MARKS.length && larger) best.set(community, i);
  }
  return new Set(best.values());
}

import type { NetworkPicture } from '#domain/run-document.js';
import { communityMarks, OTHER_MARK } from '../html/charts/palette.js';
import { MarkShape } from '../html/community-mark.js';
import { apart, type Box, type Disc, fitted } from './fit.js';
import { Line, rounded } from './parts.js';

const SMALLEST = 3.5;
const LARGEST = 17;
const LABEL = { size: 13, bold: true };
const LABEL_RADIUS = 11;

/** Accounts as marks of their communities by how often they were amplified, with the numbers of the largest communities. */
export function AccountDrawing({ picture, box }: { picture: NetworkPicture; box: Box }) {
  const { nodes, links } = picture;
  const marks = communityMarks();
  const most = nodes.reduce((largest, { amplified }) => Math.max(largest, amplified), 1);
  const radii = nodes.map(({ amplified }) => SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(amplified / most));
  const discs = fitted(nodes, radii, box);
  const largestFirst = nodes.map((_, i) => i).sort((a, b) => radii[b]! - radii[a]! || a - b);
  return (
    <g>
      <g stroke-opacity={links.length > 800 ? 0.25 : 0.4}>
        {links.map(({ source, target, weight }) => (
          <line
            key={`${source}-${target}`}
            x1={rounded(discs[source]!.x)}
            y1={rounded(discs[source]!.y)}
            x2={rounded(discs[target]!.x)}
            y2={rounded(discs[target]!.y)}
            stroke={(marks.get(nodes[source]!.community) ?? OTHER_MARK).colour}
            stroke-width={rounded(Math.min(3, 0.5 + 0.3 * Math.log2(weight + 1)))}
          />
        ))}
      </g>
      {largestFirst.map((i) => {
        const { x, y, r } = discs[i]!;
        return <MarkShape key={i} mark={marks.get(nodes[i]!.community) ?? OTHER_MARK} x={x} y={y} r={r} />;
      })}
      <CommunityNumbers nodes={nodes} places={discs} box={box} />
    </g>
  );
}

/** Beside the most amplified account of each of the largest communities, moved apart where two would cover each other. */
function CommunityNumbers(props: { nodes: NetworkPicture['nodes']; places: readonly Disc[]; box: Box }) {
  const { nodes, places, box } = props;
  const heads = new Map<number, number>();
  for (const [i, { community, amplified }] of nodes.entries()) {
    const head = heads.get(community);
    if (head === undefined || amplified > nodes[head]!.amplified) heads.set(community, i);
  }
  const marked = [...communityMarks().keys()].filter((number) => heads.has(number));
  const discs = apart(
    marked.map((number) => besides(places[heads.get(number)!]!)),
    1,
    box,
  );
  return (
    <g>
      {discs.map(({ x, y }, at) => (
        <g key={at}>
          <circle
            cx={rounded(x)}
            cy={rounded(y)}
            r={LABEL_RADIUS}
            fill="#ffffff"
            stroke={communityMarks().get(marked[at]!)!.colour}
            stroke-width={2}
          />
          <Line x={rounded(x)} y={rounded(y + LABEL.size * 0.36)} type={LABEL} middle>
            {String(marked[at]! + 1)}
          </Line>
        </g>
      ))}
    </g>
  );
}

/** Up and to the right of a mark, which it leaves to be seen. */
function besides({ x, y, r }: Disc): Disc {
  const step = (r + LABEL_RADIUS) * Math.SQRT1_2;
  return { x: x + step, y: y - step, r: LABEL_RADIUS };
}

import type { CommunityPicture } from '#domain/run-document.js';
import { communityMarks, OTHER_MARK } from '../html/charts/palette.js';
import { apart, type Box, fitted } from './fit.js';
import { inkOn, Line, rounded } from './parts.js';

const SMALLEST = 7;
/** All discs together cover about this share of the box. */
const COVER = 0.2;
const GAP = 3;
const LEAST_NUMBER = 8;
const THICKEST = 9;

/** The fill of a community's disc. */
export function communityColour(number: number): string {
  return (communityMarks().get(number) ?? OTHER_MARK).colour;
}

/** Communities as discs by number of accounts, and lines between those that amplified each other. */
export function CommunityDrawing({ picture, box }: { picture: CommunityPicture; box: Box }) {
  const { nodes, links } = picture;
  const accounts = nodes.reduce((sum, node) => sum + node.accounts, 0);
  const area = (COVER * box.width * box.height) / accounts;
  const radii = nodes.map((node) => Math.max(SMALLEST, Math.sqrt((area * node.accounts) / Math.PI)));
  const discs = apart(fitted(nodes, radii, box), GAP, box);
  const heaviest = links.reduce((most, { weight }) => Math.max(most, weight), 1);
  return (
    <g>
      <g stroke="#5b5b5b" stroke-linecap="round">
        {links.map(({ source, target, weight }) => (
          <line
            key={`${source}-${target}`}
            x1={rounded(discs[source]!.x)}
            y1={rounded(discs[source]!.y)}
            x2={rounded(discs[target]!.x)}
            y2={rounded(discs[target]!.y)}
            stroke-width={rounded(Math.max(0.6, THICKEST * Math.sqrt(weight / heaviest)))}
            stroke-opacity={0.35}
          />
        ))}
      </g>
      {discs.map(({ x, y, r }, node) => {
        const fill = communityColour(nodes[node]!.community);
        const size = Math.round(Math.min(26, Math.max(10, r * 0.8)));
        return (
          <g key={node}>
            <circle cx={rounded(x)} cy={rounded(y)} r={rounded(r)} fill={fill} stroke="#ffffff" stroke-width={1.5} />
            {r >= LEAST_NUMBER && (
              <Line x={rounded(x)} y={rounded(y + size * 0.36)} type={{ size, bold: true }} colour={inkOn(fill)} middle>
                {String(nodes[node]!.community + 1)}
              </Line>
            )}
          </g>
        );
      })}
    </g>
  );
}

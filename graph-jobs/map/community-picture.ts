import type { Communities } from '#domain/network-measures.js';
import type { CommunityPicture } from '#domain/run-document.js';
import type { SpreadNetwork } from '#domain/spread-map.js';
import { type PictureLink, placeNodes } from './picture-layout.js';

/** More would be dots without a number, and lines that nobody tells apart. */
const MOST_COMMUNITIES = 60;
const MOST_LINKS = 300;

/**
 * The drawing of a network too large to draw by accounts: each of its largest communities is one node, and the
 * amplifications between two of them, either way, one link. Nodes by number, links by (source, target).
 */
export function communityPicture(
  network: SpreadNetwork,
  { community, count }: Communities,
  seed: number,
): CommunityPicture {
  const accounts = new Uint32Array(count);
  for (const number of community) accounts[number]! += 1;
  const shown = Math.min(count, MOST_COMMUNITIES);
  const links = linksBetween(network, community, shown);
  const heaviest = links
    .toSorted((one, other) => other.weight - one.weight || bySourceTarget(one, other))
    .slice(0, MOST_LINKS)
    .sort(bySourceTarget);
  const positions = placeNodes(shown, heaviest, seed);
  return {
    count,
    pairs: links.length,
    nodes: positions.map(({ x, y }, number) => ({ community: number, accounts: accounts[number]!, x, y })),
    links: heaviest,
  };
}

/** Communities are numbered by size: those that are shown are the first. */
function linksBetween({ source, target, weight }: SpreadNetwork, community: Uint32Array, shown: number): PictureLink[] {
  const between = new Float64Array(shown * shown);
  weight.forEach((times, edge) => {
    const [one, other] = [community[source[edge]!]!, community[target[edge]!]!];
    if (one !== other && one < shown && other < shown)
      between[Math.min(one, other) * shown + Math.max(one, other)]! += times;
  });
  const links: PictureLink[] = [];
  between.forEach((times, pair) => {
    if (times > 0) links.push({ source: Math.floor(pair / shown), target: pair % shown, weight: times });
  });
  return links;
}

function bySourceTarget(one: PictureLink, other: PictureLink): number {
  return one.source - other.source || one.target - other.target;
}

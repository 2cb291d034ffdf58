import type { Communities } from '#domain/network-measures.js';
import type { NetworkPicture } from '#domain/run-document.js';
import type { SpreadNetwork } from '#domain/spread-map.js';
import { communityPicture } from './community-picture.js';
import { type PictureLink, placeNodes } from './picture-layout.js';
import { pictureNodes } from './picture-nodes.js';
import { undirectedEdges } from './undirected-edges.js';

export interface PictureOptions {
  readonly seed: number;
  /** Most accounts and most links that are drawn. */
  readonly places: number;
  readonly links: number;
}

export const PICTURE_SIZE = { places: 400, links: 2000 } as const;

/** The drawing of the network, or of its most connected part; nodes ascending, links by (source, target). */
export function networkPicture(
  network: SpreadNetwork,
  communities: Communities,
  accountId: (node: number) => string,
  options: PictureOptions,
): NetworkPicture {
  const { community } = communities;
  const nodes = pictureNodes(undirectedEdges(network), accountId, options.places);
  const links = heaviestLinks(network, nodes, options.links);
  const positions = placeNodes(nodes.length, links, options.seed);
  return {
    accounts: network.nodes,
    edges: network.edges,
    nodes: Array.from(nodes, (node, place) => ({
      accountId: accountId(node),
      community: community[node]!,
      x: positions[place]!.x,
      y: positions[place]!.y,
      amplified: network.amplified[node]!,
    })),
    links,
    ...(nodes.length < network.nodes && { communities: communityPicture(network, communities, options.seed) }),
  };
}

/** Edges between the drawn nodes; source and target are their places in the drawing. */
function heaviestLinks(network: SpreadNetwork, nodes: Uint32Array, most: number): PictureLink[] {
  const place = new Map(Array.from(nodes, (node, position) => [node, position]));
  const links: PictureLink[] = [];
  for (let edge = 0; edge < network.edges; edge += 1) {
    const source = place.get(network.source[edge]!);
    const target = place.get(network.target[edge]!);
    if (source !== undefined && target !== undefined) links.push({ source, target, weight: network.weight[edge]! });
  }
  const bySourceTarget = (one: PictureLink, other: PictureLink) =>
    one.source - other.source || one.target - other.target;
  return links
    .sort((one, other) => other.weight - one.weight || bySourceTarget(one, other))
    .slice(0, most)
    .sort(bySourceTarget);
}

import type { NetworkPicture } from '#domain/run-document.js';
import { type MentionSketch, mentionColumns } from '../../test/builders/mention-columns.js';
import { InProcessEngine } from './engine/in-process-engine.js';
import { type MapOptions, mapSpread } from './map-spread.js';
import { networkPicture } from './network-picture.js';

/** 30 originals; each is amplified by accounts of its own third, now and then by somebody else. */
const scenario: MentionSketch[] = Array.from({ length: 600 }, (_, i) => {
  const third = i % 3;
  if (i < 30) return { id: `${i}`, account: `${third}-author${i}`, at: i };
  const root = i % 11 === 0 ? (i * 7) % 30 : third + 3 * ((i * i) % 10);
  return { id: `${i}`, account: `${third}-fan${(i * 13) % 23}`, at: 30 + i, parent: `${root}` };
});
const options: MapOptions = {
  ...{ engine: new InProcessEngine(), runId: 'r', issueId: 'i', method: 'LOUVAIN', resolution: 1, seed: 1 },
};

test('rows in any order give the same map', async () => {
  const forward = await mapSpread(mentionColumns(scenario), options);
  const backward = await mapSpread(mentionColumns(scenario.toReversed()), options);
  expect(backward).toEqual(forward);
  expect(forward.measures.communities.count).toBeGreaterThanOrEqual(3);
  expect(forward.cascades.length).toBe(30);
  expect(forward.picture.nodes.length).toBe(forward.network.nodes);
});

test('a picture of part of the network says of how many, keeps to its limits and to the unit square', async () => {
  const columns = mentionColumns(scenario);
  const { network, measures } = await mapSpread(columns, options);
  const accountId = (node: number) => columns.accounts[network.account[node]!]!.id;
  const picture = networkPicture(network, measures.communities, accountId, { seed: 1, places: 40, links: 30 });
  expect(picture).toMatchObject({ accounts: network.nodes, edges: network.edges });
  expect(picture.nodes.length).toBe(40);
  expect(picture.links.length).toBe(30);
  const linked = new Set(picture.links.flatMap(({ source, target }) => [source, target]));
  expect(linked.size).toBeGreaterThan(10);
  for (const { x, y } of picture.nodes) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(1);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(1);
  }
  expect(new Set(picture.nodes.map(({ x, y }) => `${x},${y}`)).size).toBe(40);
  expect(meanLinkLength(picture) / meanPairDistance(picture)).toBeLessThan(0.6);
});

test('nothing spread: an empty map, not an error', async () => {
  const map = await mapSpread(mentionColumns([{ id: '1', account: 'a', at: 0 }]), options);
  expect(map.picture).toEqual({ accounts: 0, edges: 0, nodes: [], links: [] });
  expect(map.measures.communities.count).toBe(0);
  expect(map.measures.components.count).toBe(0);
  expect((await mapSpread(mentionColumns([]), options)).cascades.length).toBe(0);
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function meanLinkLength({ nodes, links }: NetworkPicture): number {
  return mean(links.map(({ source, target }) => distance(nodes[source]!, nodes[target]!)));
}

function meanPairDistance({ nodes }: NetworkPicture): number {
  return mean(nodes.flatMap((one, i) => nodes.slice(i + 1).map((other) => distance(one, other))));
}

function distance(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

import fc from 'fast-check';
import { type MentionSketch, mentionColumns } from '../../test/builders/mention-columns.js';
import { arbitraryNetwork } from '../../test/builders/spread-network.js';
import { communityPicture } from './community-picture.js';
import { InProcessEngine } from './engine/in-process-engine.js';
import { mapSpread } from './map-spread.js';

test('says how many accounts each community has and how often two of them amplified each other', () => {
  fc.assert(
    fc.property(arbitraryNetwork(12), fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }), (network, labels) => {
      const community = Uint32Array.from({ length: network.nodes }, (_, node) => labels[node]!);
      const picture = communityPicture(network, { count: 4, community, modularity: 0, stability: null }, 1);
      const between = new Map<string, number>();
      for (let edge = 0; edge < network.edges; edge += 1) {
        const ends = [community[network.source[edge]!]!, community[network.target[edge]!]!].sort();
        if (ends[0] !== ends[1]) between.set(`${ends}`, (between.get(`${ends}`) ?? 0) + network.weight[edge]!);
      }
      expect(new Map(picture.links.map(({ source, target, weight }) => [`${[source, target]}`, weight]))).toEqual(
        between,
      );
      expect(picture).toMatchObject({ count: 4, pairs: between.size });
      expect(picture.nodes.map(({ accounts }) => accounts)).toEqual(
        [0, 1, 2, 3].map((number) => community.filter((other) => other === number).length),
      );
    }),
    // Each lays out a drawing.
    { numRuns: 30 },
  );
});

/** 600 accounts that repost 40 authors of five circles, so that not all are drawn by themselves. */
const scenario: MentionSketch[] = Array.from({ length: 1500 }, (_, i) => {
  const circle = i % 5;
  if (i < 40) return { id: `${i}`, account: `author${i}`, at: i };
  const root = i % 29 === 0 ? (i * 7) % 40 : circle + 5 * ((i * i) % 8);
  return { id: `${i}`, account: `${circle}-fan${Math.floor(i / 5) % 120}`, at: 40 + i, parent: `${root}` };
});

test('rows in any order give the same picture of a large network, and of a small one there is none', async () => {
  const options = { engine: new InProcessEngine(), runId: 'r', issueId: 'i', resolution: 1, seed: 7 } as const;
  const picture = async (rows: MentionSketch[]) =>
    (await mapSpread(mentionColumns(rows), { ...options, method: 'LOUVAIN' })).picture;
  const forward = await picture(scenario);
  expect(await picture(scenario.toReversed())).toEqual(forward);
  expect(forward.communities!.nodes.length).toBe(forward.communities!.count);
  expect(forward.communities!.nodes.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(forward.accounts);
  expect((await picture(scenario.slice(0, 100))).communities).toBeUndefined();
});

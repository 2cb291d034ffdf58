import type { DetectedGroup } from '#domain/detection.js';
import { type LayerGroup, type LayerOverlap, MOST_ALSO_IN } from '#domain/layer-group.js';

/** The groups that a layer group reaches into, by number: how many, and the first of them, one more than are named. */
interface Reach {
  count: number;
  readonly first: number[];
}

/**
 * Of each group the groups of one behaviour that share accounts with it, each with the other groups that it reaches into.
 * `groups` are largest first.
 */
export function layerGroups(
  groups: readonly Pick<DetectedGroup, 'layerGroups'>[],
  idOf: (group: number) => string,
): readonly (readonly LayerGroup[])[] {
  const reaches = reachesOf(groups);
  return groups.map(({ layerGroups: layers }, own) =>
    layers.map((layer) => {
      const { count, first } = reaches.get(nameOf(layer))!;
      const others = first.filter((group) => group !== own).slice(0, MOST_ALSO_IN);
      return { ...layer, alsoIn: others.map(idOf), alsoInCount: count - 1 };
    }),
  );
}

function reachesOf(groups: readonly Pick<DetectedGroup, 'layerGroups'>[]): ReadonlyMap<string, Reach> {
  const reaches = new Map<string, Reach>();
  for (const [group, { layerGroups: layers }] of groups.entries())
    for (const layer of layers) {
      const reach = reaches.get(nameOf(layer)) ?? { count: 0, first: [] };
      reaches.set(nameOf(layer), reach);
      reach.count += 1;
      if (reach.first.length <= MOST_ALSO_IN) reach.first.push(group);
    }
  return reaches;
}

function nameOf({ behaviour, number }: LayerOverlap): string {
  return `${behaviour} ${number}`;
}

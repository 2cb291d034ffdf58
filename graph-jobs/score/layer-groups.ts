import type { DetectedGroup } from '#domain/detection.js';
import type { LayerGroup, LayerOverlap } from '#domain/layer-group.js';

/** Of each group the groups of one behaviour that share accounts with it, each with the other groups that it reaches into. */
export function layerGroups(
  groups: readonly Pick<DetectedGroup, 'layerGroups'>[],
  idOf: (group: number) => string,
): readonly (readonly LayerGroup[])[] {
  const name = ({ behaviour, number }: LayerOverlap) => `${behaviour} ${number}`;
  const reached = new Map<string, number[]>();
  for (const [group, { layerGroups: layers }] of groups.entries())
    for (const layer of layers) reached.set(name(layer), [...(reached.get(name(layer)) ?? []), group]);
  return groups.map(({ layerGroups: layers }, own) =>
    layers.map((layer) => {
      const others = reached.get(name(layer))!.filter((group) => group !== own);
      return { ...layer, alsoIn: others.map(idOf) };
    }),
  );
}

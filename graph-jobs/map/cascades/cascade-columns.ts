import type { CascadeColumns } from '#domain/spread-map.js';
import type { CascadeForest } from './cascade-forest.js';
import { type CascadeHops, cascadeHops } from './cascade-hops.js';
import { cascadeMeasures } from './cascade-measures.js';
import type { MentionPlaces, PlaceCodes } from './place-codes.js';
import type { TimedMentions } from './unique-accounts.js';

/** All measures of every cascade as a run keeps them, by the same code as "jejaring spread FILE": O(rows) for all together. */
export function cascadeColumns(
  mentions: TimedMentions,
  forest: CascadeForest,
  { platforms, provinces, streams }: MentionPlaces,
): CascadeColumns {
  const { members, shapes, uniqueAccounts, growth, carriers } = cascadeMeasures(mentions, forest);
  const hopsBetween = ({ codes, names }: PlaceCodes): CascadeHops => cascadeHops(codes, names.length, forest, members);
  const [platform, province, stream] = [hopsBetween(platforms), hopsBetween(provinces), hopsBetween(streams)];
  const { size, depth, maxBreadth, structuralVirality, directShare, meanDepth, spreaders, mostOffspring } = shapes;
  return {
    ...{ length: members.length, root: members.root, size, uniqueAccounts, depth, maxBreadth, structuralVirality },
    ...{ directShare, meanDepth, spreaders, mostOffspring, ...growth, ...carriers },
    ...{ platforms: platform.places, platformHops: platform.hops, platformSteps: platform.steps },
    ...{ provinces: province.places, provinceHops: province.hops, provinceSteps: province.steps },
    ...{ streams: stream.places, streamHops: stream.hops, streamSteps: stream.steps },
    lone: size.reduce((count, one) => count + (one === 1 ? 1 : 0), 0),
    cyclesBroken: forest.cyclesBroken,
  };
}

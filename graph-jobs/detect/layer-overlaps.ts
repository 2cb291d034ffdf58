import { BEHAVIOURS, type Behaviour } from '#domain/action.js';
import type { LayerOverlap, LayerRelation } from '#domain/layer-group.js';

/** One account in common ties nobody to anybody. */
const LEAST_SHARED = 2;

type Members = readonly number[];

/**
 * The groups that one behaviour alone gives; members are account codes, ascending, and in one of them at most. None where
 * what it ties are pairs that are no group by themselves.
 */
export interface GroupsOfBehaviour {
  readonly behaviour: Behaviour;
  readonly groups: readonly Members[];
}

/**
 * How the groups of each behaviour stand to each group of all behaviours together: those that share most accounts with it
 * first. `layers` are the behaviours that tie anybody: where it is one alone there is nothing to tell, its groups are the
 * groups.
 */
export function layerOverlaps(
  groups: readonly { readonly members: Members }[],
  layers: readonly GroupsOfBehaviour[],
): readonly (readonly LayerOverlap[])[] {
  const overlaps: LayerOverlap[][] = groups.map(() => []);
  if (layers.length < 2) return overlaps;
  const tying = BEHAVIOURS.flatMap((behaviour) => layers.filter((layer) => layer.behaviour === behaviour));
  const groupOf = new Map(groups.flatMap(({ members }, group) => members.map((code) => [code, group] as const)));
  for (const { behaviour, groups: ofLayer } of tying) {
    const listed = ofLayer.toSorted((a, b) => b.length - a.length || a[0]! - b[0]!);
    listed.forEach((members, i) => {
      for (const [group, shared] of sharedWith(members, groupOf)) {
        const relation = relationOf(members.length, shared, groups[group]!.members.length);
        overlaps[group]!.push({ behaviour, number: i + 1, size: members.length, shared, relation });
      }
    });
  }
  return overlaps.map((all) => all.sort((a, b) => b.shared - a.shared));
}

function sharedWith(members: Members, groupOf: ReadonlyMap<number, number>): [group: number, shared: number][] {
  const shared = new Map<number, number>();
  for (const code of members) {
    const group = groupOf.get(code);
    if (group !== undefined) shared.set(group, (shared.get(group) ?? 0) + 1);
  }
  return [...shared].filter(([, count]) => count >= LEAST_SHARED);
}

function relationOf(size: number, shared: number, sizeOfGroup: number): LayerRelation {
  if (shared === size) return shared === sizeOfGroup ? 'SAME' : 'WITHIN';
  return shared === sizeOfGroup ? 'AROUND' : 'OVERLAPPING';
}

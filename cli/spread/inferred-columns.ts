import type { TableColumn } from '#graph-jobs/csv-file/table-file.js';
import { column } from '#graph-jobs/map/cascade-file/cascade-table.js';
import type { FileMentions } from '#graph-jobs/map/cascade-file/file-mentions.js';
import type { CascadeMeasures } from '#graph-jobs/map/cascades/cascade-measures.js';
import { likelyParents } from '#graph-jobs/map/inferred-parents/likely-parents.js';
import { parentOdds } from '#graph-jobs/map/inferred-parents/parent-odds.js';
import {
  type InferenceOptions,
  RANGED,
  type ShapeRanges,
  shapeRanges,
} from '#graph-jobs/map/inferred-parents/shape-ranges.js';
import { rowsRootFirst } from '#graph-jobs/map/inferred-parents/star-cascades.js';

/** Draws the trees of all stars; `heed` is called between two batches. */
export async function inferredColumns(
  mentions: FileMentions,
  { members, shapes }: CascadeMeasures,
  stars: Uint32Array,
  options: InferenceOptions,
  heed: (done: number) => Promise<void>,
): Promise<TableColumn[]> {
  const work = shapeRanges(mentions, members, shapes, stars, options);
  let step = work.next();
  for (; step.done !== true; step = work.next()) await heed(step.value);
  const inferred = new Uint32Array(shapes.length);
  for (const c of stars) inferred[c] = shapes.size[c]! - 1;
  return [column('inferred_parents', inferred), ...rangeColumns(step.value)];
}

function rangeColumns(ranges: ShapeRanges): TableColumn[] {
  return RANGED.flatMap((measure) => {
    const name = `${measure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_inferred`;
    const { low, median, high } = ranges[measure];
    return [column(`${name}_low`, low), column(`${name}_median`, median), column(`${name}_high`, high)];
  });
}

interface InferredParent {
  readonly mention: number;
  readonly parent: number;
  readonly probability: number;
}

export function inferredParentTable({ ids }: FileMentions): TableColumn<InferredParent>[] {
  return [
    { name: 'mention_id', at: ({ mention }) => ids.at(mention) },
    { name: 'inferred_parent_id', at: ({ parent }) => ids.at(parent) },
    { name: 'probability', at: ({ probability }) => probability },
  ];
}

/** The likeliest parents of each mention of the stars, star by star. */
export function* inferredParents(
  mentions: FileMentions,
  { members }: CascadeMeasures,
  stars: Uint32Array,
  halfLifeSeconds: number,
): Generator<InferredParent> {
  for (const c of stars) {
    const rows = rowsRootFirst(members, c);
    for (const { child, parent, probability } of likelyParents(parentOdds(mentions, rows, halfLifeSeconds)))
      yield { mention: rows[child]!, parent: rows[parent]!, probability };
  }
}

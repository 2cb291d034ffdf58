import { NO_ROW } from '#domain/mention-columns.js';
import type { TableColumn } from '../../csv-file/table-file.js';
import type { CascadeForest } from '../cascades/cascade-forest.js';
import { cascadeHops } from '../cascades/cascade-hops.js';
import type { CascadeMeasures } from '../cascades/cascade-measures.js';
import { type PlaceCodes, provinceCodes } from '../cascades/place-codes.js';
import type { FileMentions } from './file-mentions.js';

/** A column of one number for each cascade. */
export interface MeasureColumn extends TableColumn {
  readonly values: Uint32Array | Float64Array;
}

/** The columns of a row a cascade; docs/methods/spread.md defines each. */
export function cascadeTable(
  mentions: FileMentions,
  forest: CascadeForest,
  { members, shapes, uniqueAccounts, growth, carriers }: CascadeMeasures,
): (TableColumn | MeasureColumn)[] {
  const { root } = members;
  const account = (codes: Uint32Array) => (c: number) => (codes[c] === NO_ROW ? null : mentions.accounts.at(codes[c]!));
  return [
    { name: 'root_id', at: (c) => mentions.ids.at(root[c]!) },
    column('size', shapes.size),
    column('unique_accounts', uniqueAccounts),
    column('depth', shapes.depth),
    column('max_breadth', shapes.maxBreadth),
    column('structural_virality', shapes.structuralVirality),
    column('direct_share', shapes.directShare),
    column('seconds_to_half', growth.secondsToHalf),
    { name: 'root_account_id', at: (c) => mentions.accounts.at(mentions.account[root[c]!]!) },
    { name: 'started_at', at: (c) => mentions.publishedAt[root[c]!]! / 1000 },
    column('mean_depth', shapes.meanDepth),
    column('spreaders', shapes.spreaders),
    column('most_offspring', shapes.mostOffspring),
    column('seconds_to_90_percent', growth.secondsToNineTenths),
    column('lasted_seconds', growth.lastedSeconds),
    column('in_1_hour', growth.inOneHour),
    column('in_6_hours', growth.inSixHours),
    column('in_24_hours', growth.inOneDay),
    column('busiest_hour', growth.busiestHour),
    { name: 'most_active_account_id', at: account(carriers.mostActive) },
    column('most_active_mentions', carriers.mostActiveMentions),
    { name: 'most_amplified_account_id', at: account(carriers.mostAmplified) },
    column('most_amplified_times', carriers.mostAmplifiedTimes),
    { name: 'first_mover_account_id', at: account(carriers.firstMover) },
    ...hopColumns('platforms', 'platform_hops', mentions.platform),
    ...hopColumns('provinces', 'province_hops', mentions.region && provinceCodes(mentions.region)),
  ];

  function hopColumns(places: string, hops: string, of: PlaceCodes | null): MeasureColumn[] {
    if (of === null) return [];
    const found = cascadeHops(of.codes, of.names.length, forest, members);
    return [column(places, found.places), column(hops, found.hops)];
  }
}

export function column(name: string, values: Uint32Array | Float64Array): MeasureColumn {
  return { name, values, at: (row) => values[row]! };
}

/** A row a generation: the mentions at each depth of each cascade, and how many mentions of the next one each of them has on average. */
export function generationTable(mentions: FileMentions, { members, shapes }: CascadeMeasures): TableColumn[] {
  const { breadth, firstBreadth } = shapes;
  const cascadeOf = new Uint32Array(breadth.length);
  for (let c = 0; c < shapes.length; c++) cascadeOf.fill(c, firstBreadth[c], firstBreadth[c + 1]);
  const isLast = (row: number) => row + 1 === firstBreadth[cascadeOf[row]! + 1];
  return [
    { name: 'root_id', at: (row) => mentions.ids.at(members.root[cascadeOf[row]!]!) },
    { name: 'depth', at: (row) => row - firstBreadth[cascadeOf[row]!]! },
    column('mentions', breadth),
    { name: 'mean_offspring', at: (row) => (isLast(row) ? 0 : breadth[row + 1]! / breadth[row]!) },
  ];
}

/** Cascades, largest first; of equal size the one whose root came first. */
export function cascadeOrder({ shapes: { size } }: CascadeMeasures): Uint32Array {
  const spread: number[] = [];
  for (let c = 0; c < size.length; c++) if (size[c]! > 1) spread.push(c);
  spread.sort((one, other) => size[other]! - size[one]! || one - other);
  const order = new Uint32Array(size.length);
  order.set(spread);
  for (let c = 0, i = spread.length; c < size.length; c++) if (size[c] === 1) order[i++] = c;
  return order;
}

/** The rows of generationTable() in the order of their cascades. */
export function* generationOrder({ shapes }: CascadeMeasures, cascades: Iterable<number>): Generator<number> {
  for (const c of cascades) for (let row = shapes.firstBreadth[c]!; row < shapes.firstBreadth[c + 1]!; row++) yield row;
}

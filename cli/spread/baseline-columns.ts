import type { TableColumn } from '#graph-jobs/csv-file/table-file.js';
import { column, type MeasureColumn } from '#graph-jobs/map/cascade-file/cascade-table.js';
import type { FileMentions } from '#graph-jobs/map/cascade-file/file-mentions.js';
import type { CascadeMeasures } from '#graph-jobs/map/cascades/cascade-measures.js';
import { cascadeBaselines } from '#graph-jobs/score/cascade-baselines.js';

/** The percentile of each measure of `table` among matched cascades; none where the file does not tell followers. */
export function baselineColumns(
  { followers }: FileMentions,
  { members, shapes }: CascadeMeasures,
  table: readonly (TableColumn | MeasureColumn)[],
): TableColumn[] {
  if (followers === null) return [];
  const ofRoot = Float64Array.from(members.root, (row) => followers[row]!);
  const baselines = cascadeBaselines(shapes.size, ofRoot);
  const compared = table.filter((one): one is MeasureColumn => 'values' in one && one.name !== 'size');
  return [
    column('root_followers', ofRoot),
    column('matched', baselines.matched),
    ...compared.map(({ name, values }) => column(`${name}_percentile`, baselines.percentiles(values))),
  ];
}

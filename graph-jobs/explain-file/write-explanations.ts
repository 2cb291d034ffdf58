import { writeTable } from '../detect/action-file/write-table.js';
import { rounded } from '../detect/calibrated/edge-tests.js';
import type { FileExplanation } from './explain-groups.js';

const COLUMNS = ['group_id', 'explanation', 'share', 'note'];

/** A row for every explanation of every group; `share` is empty where a file cannot tell, and `note` says what it lacks. */
export function writeExplanations(
  file: string,
  groups: readonly { readonly id: string; readonly explanations: readonly FileExplanation[] }[],
): void {
  const data = groups.flatMap(({ id, explanations }) =>
    explanations.map(({ kind, share, note }) => [id, kind, share === null ? '' : rounded(share), note]),
  );
  writeTable(file, COLUMNS, data);
}

import type { CalibratedGroup } from '../calibrated/calibrated-groups.js';
import type { CalibratedNetwork } from '../calibrated/calibrated-network.js';
import { edgeTest, rounded } from '../calibrated/edge-tests.js';
import { writeTable } from './write-table.js';

const EDGE_COLUMNS = ['from', 'to', 'window', 'occasions', 'expected', 'q_who', 'q_when'];
const GROUP_COLUMNS = ['group_id', 'account_id', 'group_size', 'q_value', 'chance_rate'];

export interface WrittenGroup extends CalibratedGroup {
  readonly id: string;
  /** Share of the shuffled copies with a group as large; null where none was made: not known is not never. */
  readonly chanceRate: number | null;
}

/** The rows of a calibrated network as CSV, by (from, to, window); just the header where nothing exceeds chance. */
export function writeCalibratedEdges(
  file: string,
  network: CalibratedNetwork,
  rows: readonly number[],
  windowsSeconds: readonly number[],
  id: (account: number) => string,
): void {
  const { from, to, window } = network.pairs;
  const sorted = rows.toSorted((a, b) => from[a]! - from[b]! || to[a]! - to[b]! || window[a]! - window[b]!);
  const data = sorted.map((row) => {
    const { windowSeconds, occasions, expected, qWho, qWhen } = edgeTest(network, row, windowsSeconds);
    return [id(from[row]!), id(to[row]!), windowSeconds, occasions, expected, qWho, qWhen];
  });
  writeTable(file, EDGE_COLUMNS, data);
}

/** A row for every member of every group. */
export function writeGroups(file: string, groups: readonly WrittenGroup[], id: (account: number) => string): void {
  const data = groups.flatMap(({ id: group, members, qValue, chanceRate }) =>
    members.map((account) => [
      group,
      id(account),
      members.length,
      rounded(qValue),
      chanceRate === null ? '' : rounded(chanceRate),
    ]),
  );
  writeTable(file, GROUP_COLUMNS, data);
}

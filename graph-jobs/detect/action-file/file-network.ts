import type { IdDictionary } from '../../csv-file/id-dictionary.js';
import { rankMarkedIds } from '../../csv-file/rank-ids.js';
import { type NetworkParameters, rankedNetwork } from '../compatible-network.js';
import type { EdgeSink } from '../edge-sink.js';
import type { Sweep } from '../participation.js';
import type { ActionFile } from './action-file.js';

/**
 * The compatible network of a file of actions, edges between ranks of ids in the order of code points. `open` gets the
 * accounts that can be in an edge and the actions by them, and gives what takes the edges. Puts the actions in order.
 */
export function fileNetwork(
  { actions, accounts }: ActionFile,
  parameters: NetworkParameters,
  open: (ids: IdDictionary, sweep: Sweep) => EdgeSink,
): void {
  rankedNetwork(actions, parameters, (marked) => {
    const { rank, ids } = rankMarkedIds(accounts, marked);
    return { rank, count: ids.length, open: (sweep) => open(ids, sweep) };
  });
}

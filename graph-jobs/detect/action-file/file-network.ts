import type { CoActionEdges } from '#domain/detection.js';
import { compatibleNetwork, type NetworkParameters } from '../compatible-network.js';
import type { ActionFile } from './action-file-reader.js';
import { ranksByBytes } from './rank-bytes.js';

/** A network whose nodes are ranks of ids in the order of code points; `code[rank]` is the account's code in the file. */
export interface FileNetwork {
  readonly edges: CoActionEdges;
  readonly code: Uint32Array;
}

/** The compatible network of a file of actions, edges sorted by (from, to) in the order of ids. */
export function fileNetwork({ actions, accounts }: ActionFile, parameters: NetworkParameters): FileNetwork {
  let code: Uint32Array = new Uint32Array(0);
  const edges = compatibleNetwork(actions, parameters, (marked) => {
    const { rank, order } = ranksByBytes(accounts, marked);
    code = order;
    return { rank, count: order.length };
  });
  return { edges, code };
}

import { crowdedObjects } from '../crowded-objects.js';
import type { BlockWeights } from './block-weights.js';
import type { LayerActivity } from './layer-activity.js';

/**
 * What the sweep over pairs needs of a layer: the actions of accounts that acted on two objects or more, by (object,
 * time). All others can share no two occasions with anybody, and in real data most accounts are of these. Typed arrays
 * only, so that threads can share it.
 */
export interface SweepTable {
  readonly layer: number;
  readonly windowsMs: readonly number[];
  /** The account's code in the layer, ascending. */
  readonly code: Uint32Array;
  readonly account: Uint32Array;
  readonly object: Uint32Array;
  readonly time: Float64Array;
  /** The first row within the widest window before each row, and the first one after it that is not. */
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly start: Uint32Array;
  readonly rows: Uint32Array;
  readonly objectCount: number;
  /** 1 for each object that is a crowd within the widest window, null where none is: docs/methods/co-action.md. */
  readonly crowded: Uint8Array | null;
  readonly crowdedCount: number;
  /** The blocks of account a and its actions in each are entries profileStart[a] .. profileStart[a + 1] - 1. */
  readonly profileStart: Uint32Array;
  readonly profileBlock: Uint32Array;
  readonly profileActions: Uint32Array;
  readonly weightStart: Uint32Array;
  readonly weightBlock: Uint32Array;
  /** By window, see BlockWeights. */
  readonly weights: readonly Float64Array[];
}

export function sweepTable(
  layer: number,
  activity: LayerActivity,
  windowsMs: readonly number[],
  weights: BlockWeights,
  mostPairsOnObject: number,
): SweepTable {
  const { actions, byAccount } = activity;
  const { code, rank } = accountsWithTwoObjects(activity);
  let length = 0;
  for (const own of code) length += byAccount.start[own + 1]! - byAccount.start[own]!;
  const account = new Uint32Array(length);
  const object = new Uint32Array(length);
  const time = new Float64Array(length);
  const start = new Uint32Array(code.length + 1);
  for (let row = 0, to = 0; row < actions.length; row++) {
    const own = rank[actions.account[row]!]!;
    if (own === 0) continue;
    account[to] = own - 1;
    object[to] = actions.object[row]!;
    time[to++] = actions.time[row]!;
    start[own]!++;
  }
  for (let own = 0; own < code.length; own++) start[own + 1]! += start[own]!;
  const rows = new Uint32Array(length);
  const next = start.slice();
  for (let row = 0; row < length; row++) rows[next[account[row]!]!++] = row;
  const { objectCount } = actions;
  const reach = reaches(object, time, Math.max(...windowsMs));
  const { count, marks } = crowdedObjects({ length, object, objectCount }, reach.low, mostPairsOnObject);
  return {
    layer,
    windowsMs,
    code,
    account,
    object,
    time,
    ...reach,
    start,
    rows,
    objectCount,
    crowded: marks,
    crowdedCount: count,
    ...profiles(activity, code),
    weightStart: weights.start,
    weightBlock: weights.block,
    weights: weights.byWindow,
  };
}

/** Codes of the accounts, and for every account its place among these plus one, 0 for the others. */
function accountsWithTwoObjects({ actions, byAccount: { start, rows } }: LayerActivity) {
  const codes: number[] = [];
  const rank = new Uint32Array(actions.accountCount);
  for (let account = 0; account < actions.accountCount; account++) {
    const [first, end] = [start[account]!, start[account + 1]!];
    if (end - first < 2 || actions.object[rows[first]!] === actions.object[rows[end - 1]!]) continue;
    rank[account] = codes.push(account);
  }
  return { code: Uint32Array.from(codes), rank };
}

function reaches(object: Uint32Array, time: Float64Array, windowMs: number) {
  const low = new Uint32Array(time.length);
  const high = new Uint32Array(time.length);
  for (let row = 0, back = 0, ahead = 0; row < time.length; row++) {
    while (object[back] !== object[row] || time[row]! - time[back]! > windowMs) back += 1;
    while (ahead < time.length && object[ahead] === object[row] && time[ahead]! - time[row]! <= windowMs) ahead += 1;
    low[row] = back;
    high[row] = ahead;
  }
  return { low, high };
}

function profiles({ blocks, byAccount }: LayerActivity, code: Uint32Array) {
  const entryOf = new Uint32Array(blocks.size.length);
  const profileStart = new Uint32Array(code.length + 1);
  const block: number[] = [];
  const actions: number[] = [];
  for (let own = 0; own < code.length; own++) {
    const first = block.length;
    for (let i = byAccount.start[code[own]!]!; i < byAccount.start[code[own]! + 1]!; i++) {
      const at = blocks.block[byAccount.rows[i]!]!;
      const entry = entryOf[at]!;
      if (entry >= first && block[entry] === at) {
        actions[entry]!++;
        continue;
      }
      entryOf[at] = block.push(at) - 1;
      actions.push(1);
    }
    profileStart[own + 1] = block.length;
  }
  return { profileStart, profileBlock: Uint32Array.from(block), profileActions: Uint32Array.from(actions) };
}

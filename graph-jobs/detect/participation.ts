import { MOST_PAIRS_ON_OBJECT, type SortedActions } from '#domain/detection.js';
import { type CrowdedObjects, crowdedObjects } from './crowded-objects.js';

/** The actions that take part in counting, and how far back each one's window reaches. */
export interface Sweep {
  readonly actions: SortedActions;
  /** For every action the first action on the same object that is within the window before it. */
  readonly windowStart: Uint32Array;
  /** 1 where the action alone makes a pair count, see activeContents(). */
  readonly active: Uint8Array;
  readonly crowded: CrowdedObjects;
}

/**
 * Makes ready what all sweeps over the pairs share. `actor` is the account of each action, in the order of `actions`.
 *
 * Minimum participation M is CooRTweet's (detect_groups(), 2.1.3), found by comparing with its networks edge for edge:
 * accounts with fewer than M actions leave first; of the pairs then found, those stay in which at least one side is a
 * post of an account that has M posts in such pairs.
 */
export function sweepOf(
  actions: SortedActions,
  actor: Uint32Array,
  windowMs: number,
  minParticipation: number,
  mostPairsOnObject = MOST_PAIRS_ON_OBJECT,
): Sweep {
  const taking =
    minParticipation > 1 ? ofParticipants(actions, actor, minParticipation) : { ...actions, account: actor };
  const windowStart = windowStarts(taking, windowMs);
  const active =
    minParticipation > 1
      ? activeContents(taking, windowStart, minParticipation)
      : new Uint8Array(taking.length).fill(1);
  return { actions: taking, windowStart, active, crowded: crowdedObjects(taking, windowStart, mostPairsOnObject) };
}

function ofParticipants(actions: SortedActions, actor: Uint32Array, minParticipation: number): SortedActions {
  const count = new Uint32Array(actions.accountCount);
  for (let row = 0; row < actions.length; row++) count[actor[row]!]!++;
  let length = 0;
  for (let row = 0; row < actions.length; row++) if (count[actor[row]!]! >= minParticipation) length += 1;
  const account = new Uint32Array(length);
  const object = new Uint32Array(length);
  const time = new Float64Array(length);
  const mention = new Uint32Array(length);
  const objectStart = new Uint32Array(actions.objectCount + 1);
  let to = 0;
  for (let row = 0; row < actions.length; row++) {
    if (count[actor[row]!]! < minParticipation) continue;
    account[to] = actor[row]!;
    object[to] = actions.object[row]!;
    time[to] = actions.time[row]!;
    mention[to] = actions.mention[row]!;
    to += 1;
    objectStart[actions.object[row]! + 1]!++;
  }
  for (let o = 0; o < actions.objectCount; o++) objectStart[o + 1]! += objectStart[o]!;
  return { ...actions, length, account, object, time, mention, objectStart };
}

function windowStarts({ length, object, time }: SortedActions, windowMs: number): Uint32Array {
  const starts = new Uint32Array(length);
  let start = 0;
  for (let row = 0; row < length; row++) {
    if (row > 0 && object[row] !== object[row - 1]) start = row;
    while (time[row]! - time[start]! > windowMs) start += 1;
    starts[row] = start;
  }
  return starts;
}

/** Marks the actions whose post belongs to an account with at least `minParticipation` posts in pairs. */
function activeContents(actions: SortedActions, windowStart: Uint32Array, minParticipation: number): Uint8Array {
  const { length, account, mention } = actions;
  let contents = 0;
  for (let row = 0; row < length; row++) contents = Math.max(contents, mention[row]! + 1);
  const paired = new Uint8Array(contents);
  for (let row = 0; row < length; row++) if (hasPartner(actions, windowStart, row)) paired[mention[row]!] = 1;
  const posts = new Uint32Array(actions.accountCount);
  for (let row = 0; row < length; row++) if (paired[mention[row]!] === 1) posts[account[row]!]!++;
  const active = new Uint8Array(contents);
  for (let row = 0; row < length; row++) {
    if (paired[mention[row]!] === 1 && posts[account[row]!]! >= minParticipation) active[mention[row]!] = 1;
  }
  const activeRows = new Uint8Array(length);
  for (let row = 0; row < length; row++) activeRows[row] = active[mention[row]!]!;
  return activeRows;
}

/** The nearest neighbours tell, so that a crowd on one object costs no more than its number. */
function hasPartner({ length, account, mention }: SortedActions, windowStart: Uint32Array, row: number): boolean {
  const pairs = (other: number) => account[other] !== account[row] && mention[other] !== mention[row];
  for (let other = row - 1; other >= windowStart[row]!; other--) if (pairs(other)) return true;
  for (let other = row + 1; other < length && windowStart[other]! <= row; other++) if (pairs(other)) return true;
  return false;
}

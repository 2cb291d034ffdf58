import type { SortedActions } from '#domain/detection.js';
import { sortActions } from '#graph-jobs/detect/sort-actions.js';

/** By a new account, `actor` of those that are added; times in milliseconds. */
export interface NewAction {
  readonly actor: number;
  readonly object: number;
  readonly time: number;
}

export interface Planted {
  readonly actions: SortedActions;
  /** 1 for the accounts that were planted. */
  readonly isPlanted: Uint8Array;
}

/** The background with new accounts that do `added`, and take over `organic` of its own actions each. */
export function withActions(
  background: SortedActions,
  actors: number,
  added: readonly NewAction[],
  organic: number,
  below: (end: number) => number,
): Planted {
  const { length, accountCount } = background;
  const posts = background.mention.reduce((most, post) => Math.max(most, post + 1), 0);
  const account = joined(
    background.account,
    added.map(({ actor }) => accountCount + actor),
  );
  const taken = new Set<number>();
  for (let i = 0; i < actors * organic; i++) {
    let row = below(length);
    while (taken.has(row)) row = below(length);
    taken.add(row);
    account[row] = accountCount + (i % actors);
  }
  const isPlanted = new Uint8Array(accountCount + actors).fill(1, accountCount);
  const objectCount = added.reduce((most, { object }) => Math.max(most, object + 1), background.objectCount);
  const time = new Float64Array(length + added.length);
  time.set(background.time);
  time.set(
    added.map((action) => action.time),
    length,
  );
  const actions = sortActions({
    ...background,
    length: length + added.length,
    account,
    object: joined(
      background.object,
      added.map(({ object }) => object),
    ),
    time,
    mention: joined(
      background.mention,
      added.map((_, i) => posts + i),
    ),
    accountCount: accountCount + actors,
    objectCount,
  });
  return { actions, isPlanted };
}

function joined(column: Uint32Array, more: readonly number[]): Uint32Array {
  const all = new Uint32Array(column.length + more.length);
  all.set(column);
  all.set(more, column.length);
  return all;
}

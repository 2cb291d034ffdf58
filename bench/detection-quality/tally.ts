/** Accounts of one or several trials. */
export interface Tally {
  readonly planted: number;
  readonly found: number;
  /** Flagged, but not planted. */
  readonly others: number;
}

export const NOTHING: Tally = { planted: 0, found: 0, others: 0 };

export function counted(flagged: Uint8Array, isPlanted: Uint8Array): Tally {
  let [planted, found, others] = [0, 0, 0];
  for (let account = 0; account < flagged.length; account++) {
    if (isPlanted[account] === 1) {
      planted += 1;
      found += flagged[account]!;
    } else {
      others += flagged[account]!;
    }
  }
  return { planted, found, others };
}

export function sum(one: Tally, other: Tally): Tally {
  return {
    planted: one.planted + other.planted,
    found: one.found + other.found,
    others: one.others + other.others,
  };
}

export function recall({ planted, found }: Tally): number {
  return found / planted;
}

/** NaN where nobody is flagged. */
export function precision({ found, others }: Tally): number {
  return found / (found + others);
}

export function f1({ planted, found, others }: Tally): number {
  return (2 * found) / (planted + found + others);
}

import { DENIES, type RaceColumns, TELLS } from './race-columns.js';

/** Accounts, and how many of them mentioned, reposted, answered or quoted something that denies the claim later on. */
export interface ReachedAccounts {
  readonly accounts: number;
  readonly reached: number;
}

/**
 * Who is known to have met the claim. Reading leaves no trace in the data: this is neither all who saw it nor all who saw
 * what denies it.
 */
export interface RaceAudience {
  /** They told or reposted it. */
  readonly carriers: ReachedAccounts;
  /**
   * They answered or quoted what tells it, carried it at no time, and had not denied it by then: who answers a claim with its
   * denial corrects it, and a denial need not reach them.
   */
  readonly engaged: ReachedAccounts;
}

export function raceAudience({ account, time, role, engages }: RaceColumns): RaceAudience {
  const accounts = account.reduce((most, code) => Math.max(most, code + 1), 0);
  const metAt = new Float64Array(accounts).fill(Number.POSITIVE_INFINITY);
  const correctedAt = new Float64Array(accounts).fill(Number.POSITIVE_INFINITY);
  const deniedAt = new Float64Array(accounts).fill(Number.NEGATIVE_INFINITY);
  const carries = new Uint8Array(accounts);
  account.forEach((code, i) => {
    if (role[i] === TELLS) carries[code] = 1;
    if (role[i] === TELLS || engages[i] === TELLS) metAt[code] = Math.min(metAt[code]!, time[i]!);
    if (role[i] === DENIES) correctedAt[code] = Math.min(correctedAt[code]!, time[i]!);
    if (role[i] === DENIES || engages[i] === DENIES) deniedAt[code] = Math.max(deniedAt[code]!, time[i]!);
  });
  const counts = [0, 1].map(() => ({ accounts: 0, reached: 0 }));
  metAt.forEach((met, code) => {
    const corrects = carries[code] === 0 && correctedAt[code]! <= met;
    if (met === Number.POSITIVE_INFINITY || corrects) return;
    const count = counts[carries[code]!]!;
    count.accounts += 1;
    if (deniedAt[code]! > met) count.reached += 1;
  });
  return { carriers: counts[1]!, engaged: counts[0]! };
}

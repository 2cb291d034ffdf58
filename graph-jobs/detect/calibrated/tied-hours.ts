import type { LayerActivity } from './layer-activity.js';
import type { MarkedAccounts } from './neighbourhoods.js';
import { firstWhere, withinWindow } from './shared-objects.js';

interface TiedHour {
  /** Accounts, their actions in the hour, and the slot pairs of the hour that they have an end of. */
  readonly accounts: number[];
  readonly actions: number[];
  readonly slots: number[];
  /** Slot pairs of the hour between two different tied accounts, flat: one end, the other, one end … */
  readonly between: number[];
}

/**
 * What the accounts with a co-timed neighbourhood did in each hour, so that any set of them can be taken out of the
 * hour's counts without going through the hour again: slot pairs with an end in the set are the sum over its accounts,
 * less the pairs between two of them, which that counts twice. A slot pair belongs to the hour of its earlier action.
 */
export class TiedHours {
  readonly #hours = new Map<number, TiedHour>();

  constructor(layer: LayerActivity, windowMs: number, accounts: Uint32Array) {
    for (const account of accounts) this.#addAccount(layer, windowMs, account);
    this.#addBetween(layer, windowMs, accounts);
  }

  /** The actions of the marked accounts in the hour, and its slot pairs with an end in any of them. */
  of(hour: number, marked: MarkedAccounts): { actions: number; slots: number } {
    const { accounts, actions, slots, between } = this.#hour(hour);
    const sum = { actions: 0, slots: 0 };
    for (let i = 0; i < accounts.length; i++) {
      if (!marked.has(accounts[i]!)) continue;
      sum.actions += actions[i]!;
      sum.slots += slots[i]!;
    }
    for (let i = 0; i < between.length; i += 2) {
      if (marked.has(between[i]!) && marked.has(between[i + 1]!)) sum.slots -= 1;
    }
    return sum;
  }

  #addAccount(layer: LayerActivity, windowMs: number, account: number): void {
    const { start, rows } = layer.byAccount;
    for (let i = start[account]!; i < start[account + 1]!; i++) {
      const row = rows[i]!;
      const [low, high] = withinWindow(layer, row, windowMs);
      this.#add(account, layer.hour[row]!, 1, high - row - 1);
      for (let at = low; at < row; ) {
        const hour = layer.hour[at]!;
        const next = firstWhere(at, row, (other) => layer.hour[other]! > hour);
        this.#add(account, hour, 0, next - at);
        at = next;
      }
      // Pairs of the account with itself were counted with their earlier action.
      for (let own = i - 1; own >= start[account]! && rows[own]! >= low; own--) {
        this.#add(account, layer.hour[rows[own]!]!, 0, -1);
      }
    }
  }

  #addBetween({ actions, byAccount, hour }: LayerActivity, windowMs: number, accounts: Uint32Array): void {
    const { account, object, time } = actions;
    const { start, rows } = byAccount;
    const tied = Uint32Array.from(
      [...accounts].flatMap((own) => [...rows.subarray(start[own], start[own + 1])]),
    ).sort();
    for (let i = 0; i < tied.length; i++) {
      const row = tied[i]!;
      for (let j = i + 1; j < tied.length; j++) {
        const other = tied[j]!;
        if (object[other] !== object[row] || time[other]! - time[row]! > windowMs) break;
        if (account[other] !== account[row]) this.#hour(hour[row]!).between.push(account[row]!, account[other]!);
      }
    }
  }

  /** An account's entries of an hour may be several. */
  #add(account: number, hour: number, actions: number, slots: number): void {
    const at = this.#hour(hour);
    const last = at.accounts.length - 1;
    if (at.accounts[last] !== account) {
      at.accounts.push(account);
      at.actions.push(actions);
      at.slots.push(slots);
      return;
    }
    at.actions[last]! += actions;
    at.slots[last]! += slots;
  }

  #hour(hour: number): TiedHour {
    let at = this.#hours.get(hour);
    if (at === undefined) {
      at = { accounts: [], actions: [], slots: [], between: [] };
      this.#hours.set(hour, at);
    }
    return at;
  }
}

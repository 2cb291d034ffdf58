/** Account layers that an agency declares: main account, key opinion leaders, interactive accounts, employee advocacy. */
export const ACCOUNT_LAYERS = ['L0', 'L1', 'L2', 'L3'] as const;
export type AccountLayer = (typeof ACCOUNT_LAYERS)[number];

/** Who published. */
export interface Account {
  /** Keyed pseudonym of (platform, native id): the only account id that leaves a store. */
  readonly id: string;
  readonly platform: string;
  readonly nativeId: string;
  readonly handle: string | null;
  readonly displayName: string | null;
  readonly followers: number | null;
  /** Unix milliseconds, UTC. */
  readonly createdAt: number | null;
  readonly newsOutlet: boolean;
  readonly agencyId: string | null;
  readonly layer: AccountLayer | null;
}

/** Accounts declared by an agency and news outlets are shown by name; all others by pseudonym. */
export function isPublicAccount(account: Pick<Account, 'agencyId' | 'newsOutlet'>): boolean {
  return account.agencyId !== null || account.newsOutlet;
}

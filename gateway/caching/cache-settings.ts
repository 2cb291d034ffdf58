/** How much a gateway keeps of what subgraphs answered, and how gateways hear of each other's mutations. */
export interface CacheSettings {
  /** 0: nothing is kept. */
  readonly bytes: number;
  /** Null: this is the only gateway, or others find out by the age of what they keep. */
  readonly redisUrl: string | null;
}

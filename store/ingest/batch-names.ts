import type { AccountRecord } from '#domain/ingest-record.js';
import type { Pseudonymize } from '#platform/pseudonym.js';
import type { CheckedRow } from './row-check.js';

/** Accounts and mentions, parents included, that the rows of a batch name: what an adapter reads before they are applied. */
export class BatchNames {
  /** Native ids by platform. */
  readonly mentions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #pseudonymize: Pseudonymize;
  readonly #pseudonyms = new Map<string, string>();

  constructor(rows: readonly CheckedRow[], pseudonymize: Pseudonymize) {
    this.#pseudonymize = pseudonymize;
    const mentions = new Map<string, Set<string>>();
    for (const { row, fault } of rows) {
      if (fault !== null) continue;
      const { record } = row;
      if (record.type === 'deletion') {
        idsOf(mentions, record.deletion.platform).add(record.deletion.nativeId);
        continue;
      }
      this.pseudonymOf(record.type === 'mention' ? record.mention.account : record.account);
      if (record.type === 'account') continue;
      const { account, nativeId, parentNativeId } = record.mention;
      const nativeIds = idsOf(mentions, account.platform);
      nativeIds.add(nativeId);
      if (parentNativeId !== null) nativeIds.add(parentNativeId);
    }
    this.mentions = mentions;
  }

  get pseudonyms(): string[] {
    return [...new Set(this.#pseudonyms.values())];
  }

  pseudonymOf({ platform, nativeId }: AccountRecord): string {
    const key = `${platform}:${nativeId}`;
    let pseudonym = this.#pseudonyms.get(key);
    if (pseudonym === undefined) {
      pseudonym = this.#pseudonymize(platform, nativeId);
      this.#pseudonyms.set(key, pseudonym);
    }
    return pseudonym;
  }
}

function idsOf(byPlatform: Map<string, Set<string>>, platform: string): Set<string> {
  let nativeIds = byPlatform.get(platform);
  if (nativeIds === undefined) {
    nativeIds = new Set();
    byPlatform.set(platform, nativeIds);
  }
  return nativeIds;
}

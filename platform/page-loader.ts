import DataLoader from 'dataloader';
import type { Page, PageRequest } from '#domain/paging.js';

/** A page of a list that each owner has, such as the matches of a claim; `only` is what the list is narrowed to. */
export interface AskedPage<Owner, Only = null> {
  readonly owner: Owner;
  readonly only: Only;
  readonly page: PageRequest;
}

export type PageLoader<Owner, T, Only = null> = DataLoader<AskedPage<Owner, Only>, Page<T>>;

/** What one call of a store has to hold at once. */
const OWNERS_AT_ONCE = 100;

/**
 * Gathers the lists that one request asks for, and reads those that are asked for alike in one call of the store. Nothing is
 * remembered: a list may grow between two mutations of a request.
 */
export function pageLoader<Owner, T, Only = null>(
  get: (owners: readonly Owner[], only: Only, page: PageRequest) => Promise<readonly Page<T>[]>,
): PageLoader<Owner, T, Only> {
  const read = async (asked: readonly AskedPage<Owner, Only>[]) => {
    const alike = new Map<string, AskedPage<Owner, Only>[]>();
    for (const one of asked) {
      const key = JSON.stringify([one.only, one.page]);
      alike.set(key, [...(alike.get(key) ?? []), one]);
    }
    const pages = new Map<AskedPage<Owner, Only>, Page<T> | Error>();
    for (const group of alike.values()) {
      const found = await readAlike(group);
      group.forEach((one, i) => {
        pages.set(one, found instanceof Error ? found : found[i]!);
      });
    }
    return asked.map((one) => pages.get(one)!);
  };

  /** What is wrong with one cursor is told to those who gave it: others of the same request get their pages. */
  async function readAlike(group: readonly AskedPage<Owner, Only>[]): Promise<readonly Page<T>[] | Error> {
    const { only, page } = group[0]!;
    const owners = group.map(({ owner }) => owner);
    try {
      return await get(owners, only, page);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  return new DataLoader(read, { cache: false, maxBatchSize: OWNERS_AT_ONCE });
}

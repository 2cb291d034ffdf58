import type { ReviewState } from '#domain/finding.js';
import type { Store } from '#domain/ports/store.js';

/** A store to test, empty, and what the ports do not offer. */
export interface OpenedStore {
  readonly store: Store;
  /** A second handle on the same data, as another process would have it. */
  readonly again: () => Promise<Store>;
  /** Sets what reviews of people would lead to, without any. */
  readonly review: (findingId: string, state: ReviewState, until?: number) => Promise<void>;
  /** Closes all handles and removes the data. */
  readonly close: () => Promise<void>;
}

export type OpenStore = () => Promise<OpenedStore>;

/** Gives each test of a suite a store of its own. */
export function freshStore(open: OpenStore): { readonly store: Store; readonly opened: OpenedStore } {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(async () => {
    await opened.close();
  });
  return {
    get store() {
      return opened.store;
    },
    get opened() {
      return opened;
    },
  };
}

/** All nodes of a paged list, following the cursors. */
export async function allNodes<T>(
  page: (after: string | null) => Promise<{ items: readonly { node: T; cursor: string }[]; hasNextPage: boolean }>,
): Promise<T[]> {
  const nodes: T[] = [];
  for (let after: string | null = null; ; ) {
    const { items, hasNextPage } = await page(after);
    nodes.push(...items.map(({ node }) => node));
    if (!hasNextPage) return nodes;
    after = items.at(-1)!.cursor;
  }
}

import type { Store } from '#domain/ports/store.js';
import { openStore } from '#store/open-store.js';

export async function withStore<T>(dataFolder: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataFolder });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Every mention of the store, in the order of its list. */
export function mentionsIn(dataFolder: string): Promise<unknown[]> {
  return withStore(dataFolder, async ({ mentions }) => {
    const all: unknown[] = [];
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof mentions.page>> = await mentions.page({}, 'OLDEST', { first: 500, after });
      all.push(...page.items.map(({ node }) => node));
      if (!page.hasNextPage) break;
      after = page.items.at(-1)!.cursor;
    }
    expect(all).toHaveLength(await mentions.count({}));
    return all;
  });
}

/** What the newest run of an issue left in the store: its document, its groups and what is counted of it. */
export function resultsIn(dataFolder: string, issueId: string): Promise<unknown> {
  return withStore(dataFolder, async ({ runs, findings }) => {
    const run = (await runs.latest([issueId]))[0]!;
    const groups = await findings.page(run.id, { first: 500, after: null });
    const { id, state, counts, inputHash } = run;
    return { id, state, counts, inputHash, document: await runs.document(run.id), groups };
  });
}

import type { Page, PageRequest } from '#domain/paging.js';
import { type PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { toCascade } from './cascade.mapper.js';
import type { CascadeArguments } from './cascade.type.js';
import { toGroup } from './co-timed-group.mapper.js';
import { toAmplification, toCommunity } from './community.mapper.js';
import type { SpreadContext } from './context.js';
import { toSpread } from './spread.mapper.js';

// Results of one run: the same lists hang on a run and, by its latest run, on an issue.

export async function spreadOf(runId: string, context: SpreadContext) {
  const document = await context.documents.load(runId);
  return document && toSpread(document);
}

export async function communitiesOf(runId: string, page: PageArguments, { store }: SpreadContext) {
  return toConnection(await store.spread.communities(runId, pageOf(page)), (found) => toCommunity(found, runId));
}

export async function cascadesOf(runId: string, asked: CascadeArguments, { store, documents }: SpreadContext) {
  const page = await store.spread.cascades(runId, pageOf(asked), asked.orderBy ?? 'SIZE');
  return toConnection(
    page,
    (cascade) => toCascade(cascade, runId),
    async () => {
      const cascades = (await documents.load(runId))?.cascades;
      return cascades === undefined ? 0 : cascades.count - cascades.lone;
    },
  );
}

export async function groupsOf(runId: string, page: PageArguments, { store }: SpreadContext) {
  return toConnection(await store.findings.page(runId, pageOf(page)), toGroup);
}

/** Lists of accounts with a weight: both directions of amplification, and members of a community. */
export async function amplificationsOf(
  page: PageArguments,
  read: (page: PageRequest) => Promise<Page<{ accountId: string; weight: number }>>,
) {
  return toConnection(await read(pageOf(page)), toAmplification);
}

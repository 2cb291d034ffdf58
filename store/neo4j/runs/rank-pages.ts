import type { Page, PageRequest } from '#domain/paging.js';
import { keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Cypher } from '../connection.js';
import { RUN_KEY } from './run-store.cypher.js';

export interface Ranked {
  readonly rank: number;
}

/** Lists of a run have ranks from 0: a page goes on after the last rank that was seen. */
export function rankAfter(list: string, request: PageRequest): { after: number; limit: number } {
  const [after] = keysetAfter(list, ['number'], request) ?? [-1];
  return { after: after as number, limit: request.first + 1 };
}

export function rankPage<Row extends Ranked, T>(
  list: string,
  request: PageRequest,
  rows: readonly Row[],
  node: (row: Row) => T,
): Page<T> {
  return keysetPage(list, request, rows, node, ({ rank }) => [rank]);
}

/** -1, which no row has, where there is no such run. */
export async function runKey(cypher: Cypher, runId: string): Promise<number> {
  const [row] = await cypher.run<{ run: number }>(RUN_KEY, { runId });
  return row?.run ?? -1;
}

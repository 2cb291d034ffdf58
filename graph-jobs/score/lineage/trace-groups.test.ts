import type { Store } from '#domain/ports/store.js';
import { groupOf, resultsOf, runOf } from '../../../test/builders/run-results.js';
import { withTemporaryStore } from '../../../test/builders/temporary-store.js';
import { traceGroups } from './trace-groups.js';

const withIssue = (work: (store: Store) => Promise<void>) =>
  withTemporaryStore(async (store) => {
    await store.issues.create({ id: 'i', title: '', query: 'a', ownerAgencyId: null, sharedWith: [] });
    await work(store);
  });

let clock = 1000;

/** A run with these groups, traced as the pipeline does; `state` is what becomes of it. Gives the lineages. */
async function map(store: Store, id: string, groups: readonly string[], state: 'DONE' | 'FAILED' = 'DONE') {
  clock += 1;
  const run = runOf(id, { startedAt: clock });
  const found = groups.map((members, i) => groupOf(`${id}-g${i + 1}`, id, members.split('')));
  const [before] = await store.runs.get([id]);
  if (before?.state !== 'DONE') await store.runs.put(run);
  const lineages = await traceGroups(store, run, found);
  const traced = found.map((group, i) => ({ ...group, lineage: lineages[i]! }));
  await store.runs.put(run);
  await store.runs.writeResults(run, resultsOf(id, { groups: traced }));
  await store.runs.put({ ...run, state });
  return lineages;
}

test('a group whose members mostly stay keeps its stable id, and tells what changed since the run before', () =>
  withIssue(async (store) => {
    expect(await map(store, 'r1', ['abcdef', 'xyz'])).toEqual([
      { stableId: 'r1-g1', sinceRunId: 'r1', predecessor: null },
      { stableId: 'r1-g2', sinceRunId: 'r1', predecessor: null },
    ]);
    const second = await map(store, 'r2', ['uv', 'abcdegh']);
    expect(second[0]).toEqual({ stableId: 'r2-g1', sinceRunId: 'r2', predecessor: null });
    expect(second[1]).toEqual({
      ...{ stableId: 'r1-g1', sinceRunId: 'r1' },
      predecessor: { id: 'r1-g1', runId: 'r1', stayed: 5, joined: 2, left: 1 },
    });
    const [third] = await map(store, 'r3', ['abcdeghi']);
    expect(third).toEqual({
      ...{ stableId: 'r1-g1', sinceRunId: 'r1' },
      predecessor: { id: 'r2-g2', runId: 'r2', stayed: 7, joined: 1, left: 0 },
    });
  }));

test('a group that the run before missed is found in the one before that; runs that failed are not looked at', () =>
  withIssue(async (store) => {
    await map(store, 'r1', ['abcd', 'wxyz']);
    await map(store, 'strict', ['wxyz']);
    await map(store, 'failed', ['abcd', 'wxyz'], 'FAILED');
    const again = await map(store, 'r3', ['abcd', 'wxyz']);
    expect(again.map(({ stableId, predecessor }) => [stableId, predecessor!.id])).toEqual([
      ['r1-g1', 'r1-g1'],
      ['r1-g2', 'strict-g1'],
    ]);
  }));

test('no two groups of a run are of one line, though one lies further back', () =>
  withIssue(async (store) => {
    await map(store, 'r1', ['abcdef']);
    await map(store, 'r2', ['abcg']);
    // The first is the one of r2, and that of r1; the second would be that of r1 only.
    const lines = (await map(store, 'r3', ['abcg', 'def'])).map(({ stableId }) => stableId);
    expect(lines).toEqual(['r2-g1', 'r1-g1']);
    expect((await map(store, 'r4', ['abcdef', 'gh'])).map(({ stableId }) => stableId)).toEqual(['r1-g1', 'r4-g2']);
  }));

test('done again, a run keeps what its groups were found to be, though later runs follow it by now', () =>
  withIssue(async (store) => {
    const first = await map(store, 'r1', ['abcd', 'wxyz']);
    const second = await map(store, 'r2', ['abcde']);
    expect(await map(store, 'r1', ['abcd', 'wxyz'])).toEqual(first);
    expect(await map(store, 'r2', ['abcde'])).toEqual(second);
  }));

test('done at last after it failed, a run joins the line that a run in between began', () =>
  withIssue(async (store) => {
    await map(store, 'r1', ['abcd'], 'FAILED');
    await map(store, 'r2', ['abcd']);
    const [late] = await map(store, 'r1', ['abcd']);
    expect([late!.stableId, late!.predecessor!.id]).toEqual(['r2-g1', 'r2-g1']);
  }));

test('a group that began a line is its beginning still when its run fails while it is done again', () =>
  withIssue(async (store) => {
    const first = await map(store, 'r1', ['abcd']);
    await map(store, 'r2', ['abcde']);
    await map(store, 'r1', ['abcd'], 'FAILED');
    expect(await map(store, 'r1', ['abcd'])).toEqual(first);
  }));

test('more than ten runs back is too long ago', () =>
  withIssue(async (store) => {
    await map(store, 'old', ['abcd']);
    for (let i = 0; i < 9; i++) await map(store, `between${i}`, []);
    expect((await map(store, 'tenth', ['abcd']))[0]!.stableId).toBe('old-g1');
    for (let i = 0; i < 10; i++) await map(store, `then${i}`, []);
    expect((await map(store, 'late', ['abcd']))[0]!.stableId).toBe('late-g1');
  }));

test('it tells how far it is, forward alone and to the end, and stops within a page when it is asked to', () =>
  withIssue(async (store) => {
    for (const id of ['r1', 'r2', 'r3']) await map(store, id, id === 'r2' ? ['abcd', 'wxyz'] : ['efgh']);
    const told: number[] = [];
    const found = [groupOf('r4-g1', 'r4', ['k', 'l'])];
    await traceGroups(store, runOf('r4'), found, (done, total) => told.push(done / total));
    expect(told).toEqual([0, 1 / 4, 2 / 4, 3 / 4, 1]);
    let pages = 0;
    const reading = {
      ...store,
      findings: { ...store.findings, page: async () => Promise.reject(new Error('read on')) },
    };
    const stop = () => {
      pages += 1;
      throw new Error('stopped');
    };
    await expect(traceGroups(reading, runOf('r4'), found, stop)).rejects.toThrow('stopped');
    expect(pages).toBe(1);
  }));

import type { Run } from '#domain/run.js';
import { importRows } from '../builders/import-rows.js';
import { accountRecord } from '../builders/records.js';
import { cascadeOf, communityOf, resultsOf, runOf } from '../builders/run-results.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

const PAGE = { first: 2, after: null };

export function runContract(open: OpenStore): void {
  describe('runs and what they leave behind', () => {
    const at = freshStore(open);
    let accounts: string[];

    beforeEach(async () => {
      for (const id of ['i', 'other'])
        await at.store.issues.create({ id, title: '', query: 'a', ownerAgencyId: null, sharedWith: [] });
      const named = ['p', 'q', 'r', 's'].map((id) => accountRecord(id));
      await importRows(
        at.store,
        named.map((account, line) => ({ line, record: { type: 'account', account } })),
      );
      accounts = (await allNodes((after) => at.store.accounts.page({}, { first: 9, after }))).map(({ id }) => id);
    });

    // q, r and s amplified p; q amplified r.
    const network = () => ({
      accounts,
      community: Uint32Array.of(0, 0, 0, 1),
      source: Uint32Array.of(0, 0, 0, 2),
      target: Uint32Array.of(1, 2, 3, 1),
      weight: Uint32Array.of(2, 9, 1, 4),
    });
    const amplifications = (run: string, n: number, direction: 'AMPLIFIES' | 'AMPLIFIED_BY') =>
      allNodes((after) => at.store.spread.amplifications(run, accounts[n]!, direction, { first: 1, after }));

    test('are kept, replaced, and listed newest first', async () => {
      const first = runOf('r1');
      await at.store.runs.put(first);
      await at.store.runs.put(runOf('r2', { startedAt: 2000 }));
      await at.store.runs.put(runOf('r3', { issueId: 'other', startedAt: 3000 }));
      const done = runOf('r1', { state: 'DONE', finishedAt: 9, counts: { mentions: 7 }, error: 'e' });
      expect(await at.store.runs.get(['r1'])).toEqual([first]);
      await at.store.runs.put(done);
      expect(await at.store.runs.get(['none', 'r1'])).toEqual([null, done]);
      const page = (after: string | null) => at.store.runs.page('i', { first: 1, after });
      expect((await allNodes(page)).map(({ id }) => id)).toEqual(['r2', 'r1']);
      expect((await at.store.runs.page('none', PAGE)).items).toEqual([]);
    });

    test('that began at the same time are listed by id downwards, and the first of them is the latest', async () => {
      for (const id of ['r2', 'r3', 'r1']) await at.store.runs.put(runOf(id, { state: 'DONE' }));
      const page = (after: string | null) => at.store.runs.page('i', { first: 1, after });
      expect((await allNodes(page)).map(({ id }) => id)).toEqual(['r3', 'r2', 'r1']);
      expect((await at.store.runs.latest(['i']))[0]?.id).toBe('r3');
    });

    test('the latest is the newest that is done', async () => {
      await at.store.runs.put(runOf('old', { state: 'DONE' }));
      await at.store.runs.put(runOf('new', { state: 'DONE', startedAt: 2000 }));
      await at.store.runs.put(runOf('failed', { state: 'FAILED', startedAt: 3000 }));
      const latest = await at.store.runs.latest(['other', 'i', 'none']);
      expect(latest.map((run) => run?.id ?? null)).toEqual([null, 'new', null]);
    });

    test('of an unknown issue, and results of an unknown run, are refused', async () => {
      await expect(at.store.runs.put(runOf('r', { issueId: 'none' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(at.store.runs.writeResults(runOf('r'), resultsOf('r'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const stranger = { ...network(), accounts: ['nobody', ...accounts.slice(1)] };
      await at.store.runs.put(runOf('r'));
      const results = resultsOf('r', { network: stranger });
      await expect(at.store.runs.writeResults(runOf('r'), results)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('results can be read back, and writing them again is writing them once', async () => {
      const run = runOf('r');
      const cascades = [cascadeOf('x:2', 3), cascadeOf('x:9', 8), cascadeOf('x:1', 3)];
      const communities = [communityOf(0), communityOf(1)];
      await at.store.runs.put(run);
      for (let time = 0; time < 2; time += 1) {
        const progress: number[][] = [];
        await at.store.runs.writeResults(
          run,
          resultsOf('r', { network: network(), cascades, communities }),
          (...step) => progress.push(step),
        );
        expect(progress.at(-1)![0]).toBe(progress.at(-1)![1]);
        expect(await at.store.runs.document('r')).toEqual({ runId: 'r', communities });
        const listed = await allNodes((after) => at.store.spread.cascades('r', { first: 1, after }, 'SIZE'));
        expect(listed).toEqual([cascades[1], cascades[2], cascades[0]]);
        expect(await allNodes((after) => at.store.spread.communities('r', { first: 1, after }))).toEqual(communities);
      }
      expect(await at.store.runs.document('none')).toBeNull();
    });

    test('amplifications go both ways, heaviest first', async () => {
      const run = runOf('r');
      await at.store.runs.put(run);
      await at.store.runs.writeResults(run, resultsOf('r', { network: network() }));
      const [p, q, r, s] = accounts;
      expect(await amplifications('r', 0, 'AMPLIFIED_BY')).toEqual([
        { accountId: r, weight: 9 },
        { accountId: q, weight: 2 },
        { accountId: s, weight: 1 },
      ]);
      expect(await amplifications('r', 1, 'AMPLIFIES')).toEqual([
        { accountId: r, weight: 4 },
        { accountId: p, weight: 2 },
      ]);
      expect(await amplifications('r', 0, 'AMPLIFIES')).toEqual([]);
      expect(await amplifications('none', 0, 'AMPLIFIED_BY')).toEqual([]);
      const members = (community: number) =>
        allNodes((after) => at.store.spread.communityMembers('r', community, { first: 1, after }));
      expect(await members(0)).toEqual([
        { accountId: p, weight: 12 },
        { accountId: r, weight: 4 },
        { accountId: q, weight: 0 },
      ]);
      expect(await members(1)).toEqual([{ accountId: s, weight: 0 }]);
      expect(await members(2)).toEqual([]);
    });

    test('accounts amplified as often, and edges as heavy, are listed by id', async () => {
      const run = runOf('r');
      const ids = accounts.toSorted();
      const [p, q, r, s] = ids;
      // In the order in which the accounts came into the store, and against that of their ids.
      for (const named of [accounts, ids.toReversed()]) {
        const place = (id: string | undefined) => named.indexOf(id!);
        const equal = {
          accounts: named,
          community: Uint32Array.of(0, 0, 0, 0),
          source: Uint32Array.of(place(s), place(s), place(s), place(q), place(r)),
          target: Uint32Array.of(place(r), place(p), place(q), place(p), place(p)),
          weight: Uint32Array.of(2, 2, 2, 2, 2),
        };
        await at.store.runs.put(run);
        await at.store.runs.writeResults(run, resultsOf('r', { network: equal }));
        const listed = async (account: string | undefined, direction: 'AMPLIFIES' | 'AMPLIFIED_BY') =>
          (
            await allNodes((after) => at.store.spread.amplifications('r', account!, direction, { first: 1, after }))
          ).map(({ accountId }) => accountId);
        expect(await listed(s, 'AMPLIFIED_BY')).toEqual([p, q, r]);
        expect(await listed(p, 'AMPLIFIES')).toEqual([q, r, s]);
        const members = await allNodes((after) => at.store.spread.communityMembers('r', 0, { first: 1, after }));
        expect(members.map(({ accountId }) => accountId)).toEqual([s, q, r, p]);
      }
    });

    test('the whole network comes back by the ids of its accounts, and of a run that left none nothing', async () => {
      const run = runOf('r');
      const ids = accounts.toSorted();
      await at.store.runs.put(run);
      await at.store.runs.writeResults(run, resultsOf('r', { network: network() }));
      const heard: number[] = [];
      const read = await at.store.spread.network('r', (rows) => heard.push(rows));
      const place = (n: number) => ids.indexOf(accounts[n]!);
      const edges = [
        [place(0), place(1), 2],
        [place(0), place(2), 9],
        [place(0), place(3), 1],
        [place(2), place(1), 4],
      ].sort(([a, b], [c, d]) => a! - c! || b! - d!);
      expect(read).toEqual({
        accounts: ids,
        community: Uint32Array.from(ids, (id) => (id === accounts[3] ? 1 : 0)),
        source: Uint32Array.from(edges, ([source]) => source!),
        target: Uint32Array.from(edges, ([, target]) => target!),
        weight: Uint32Array.from(edges, ([, , weight]) => weight!),
      });
      expect(heard.at(-1)).toBe(accounts.length + edges.length);
      const stop = () => {
        throw new Error('stopped here');
      };
      await expect(at.store.spread.network('r', stop)).rejects.toThrow('stopped here');
      expect((await at.store.spread.network('none')).accounts).toEqual([]);
    });

    const whole = (id: string) =>
      resultsOf(id, { network: network(), cascades: [cascadeOf('x:1', 2)], communities: [communityOf(0)] });
    const writeWhole = async (run: Run, results = whole(run.id)) => {
      await at.store.runs.put(run);
      await at.store.runs.writeResults(run, results);
      await at.store.runs.put({ ...run, state: 'DONE' });
    };
    const spreadOf = async (id: string) => [
      (await at.store.spread.cascades(id, PAGE, 'SIZE')).items.length,
      (await at.store.spread.communities(id, PAGE)).items.length,
      (await amplifications(id, 3, 'AMPLIFIES')).length,
    ];
    const latest = async () => (await at.store.runs.latest(['i']))[0]?.id ?? null;

    test('the last run before keeps its network, older ones only their document; other issues keep theirs', async () => {
      await writeWhole(runOf('oldest'));
      await writeWhole(runOf('elsewhere', { issueId: 'other' }));
      await writeWhole(runOf('failed', { startedAt: 1500 }));
      await at.store.runs.put(runOf('failed', { startedAt: 1500, state: 'FAILED' }));
      await writeWhole(runOf('old', { startedAt: 2000 }));
      await writeWhole(runOf('new', { startedAt: 3000 }));
      for (const id of ['oldest', 'failed']) expect(await spreadOf(id)).toEqual([0, 0, 0]);
      for (const id of ['elsewhere', 'old', 'new']) expect(await spreadOf(id)).toEqual([1, 1, 1]);
      expect(await at.store.runs.document('oldest')).toMatchObject({ runId: 'oldest' });
    });

    test('the latest run is never one whose network was dropped or is half written', async () => {
      const [old, last] = [runOf('old'), runOf('last', { startedAt: 2000 })];
      await writeWhole(runOf('oldest', { startedAt: 500 }));
      await writeWhole(old);
      const seen: (string | null)[] = [];
      await at.store.runs.put(last);
      const watched = whole('last');
      const cascades = (function* () {
        yield* watched.cascades;
        throw new Error('killed here');
      })();
      await expect(at.store.runs.writeResults(last, { ...watched, cascades })).rejects.toThrow('killed here');
      seen.push(await latest());
      // Whoever put it as DONE before it was taken over: its network is half written.
      await at.store.runs.put({ ...last, state: 'DONE' });
      seen.push(await latest());
      await at.store.runs.writeResults(last, whole('last'));
      seen.push(await latest());
      await at.store.runs.put({ ...old, startedAt: 1 });
      seen.push(await latest());
      expect(seen).toEqual(['old', 'old', 'last', 'last']);
    });

    test('killed while they were written leave a part of a network until they are ended as abandoned', async () => {
      const killed = async (run: Run) => {
        await at.store.runs.put(run);
        const cascades = (function* () {
          yield cascadeOf('x:1', 2);
          throw new Error('killed here');
        })();
        await expect(at.store.runs.writeResults(run, { ...whole(run.id), cascades })).rejects.toThrow('killed here');
      };
      await writeWhole(runOf('done'));
      await killed(runOf('killed', { startedAt: 1_999 }));
      await killed(runOf('elsewhere', { startedAt: 1, issueId: 'other' }));
      await killed(runOf('alive', { startedAt: 2_000 }));
      const part = await spreadOf('alive');
      expect(part.slice(1)).toEqual([1, 1]);
      expect(await spreadOf('killed')).toEqual(part);
      expect([...(await at.store.runs.dropAbandoned(2_000))].sort()).toEqual(['elsewhere', 'killed']);
      expect(await Promise.all(['done', 'killed', 'elsewhere', 'alive'].map(spreadOf))).toEqual([
        ...[
          [1, 1, 1],
          [0, 0, 0],
          [0, 0, 0],
        ],
        part,
      ]);
      const states = (await at.store.runs.get(['done', 'killed', 'alive'])).map((run) => run?.state);
      expect(states).toEqual(['DONE', 'FAILED', 'RUNNING']);
      expect((await at.store.runs.get(['killed']))[0]).toMatchObject({
        error: 'its process ended before its results were written',
        finishedAt: expect.any(Number),
      });
      expect(await at.store.runs.dropAbandoned(2_000)).toEqual([]);
      await writeWhole(runOf('killed', { startedAt: 3_000 }));
      expect(await spreadOf('killed')).toEqual([1, 1, 1]);
    });

    test('of two that write the results of one run at once the later one ends whole, the other hears of it', async () => {
      const run = runOf('r');
      await at.store.runs.put(run);
      const other = await at.opened.again();
      // Connected, so that it is as quick as the first one.
      await other.runs.put(run);
      let second: Promise<void> | null = null;
      const cascades = (function* () {
        second = other.runs.writeResults(run, whole('r'));
        // So many that the other one comes in while they are written.
        for (let root = 0; root < 60_000; root += 1) yield cascadeOf(`x:${root}`, 2);
      })();
      const first = at.store.runs.writeResults(run, { ...whole('r'), cascades });
      await expect(first).rejects.toMatchObject({ code: 'RUN_IN_PROGRESS', at: 'run' });
      await second;
      expect(await spreadOf('r')).toEqual([1, 1, 1]);
    });

    test('progress tells of what is written, and ends where it said it would', async () => {
      const steps: number[][] = [];
      await at.store.runs.put(runOf('r'));
      await at.store.runs.writeResults(runOf('r'), whole('r'), (...step) => steps.push(step));
      const dones = steps.map(([done]) => done!);
      expect(new Set(steps.map(([, total]) => total)).size).toBe(1);
      expect(dones).toEqual([...dones].sort((a, b) => a - b));
      expect(new Set(dones).size).toBeGreaterThan(3);
      expect(steps.at(-1)![0]).toBe(steps.at(-1)![1]);
    });
  });
}

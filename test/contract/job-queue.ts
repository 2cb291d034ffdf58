import { MOST_CLAIMS } from '#domain/ports/job-queue.js';
import { DEFAULT_RUN_PARAMETERS } from '#domain/run.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

const LONG = 60_000;
const PROGRESS = { stage: 'map' as const, done: 1, total: 2 };

export function jobContract(open: OpenStore): void {
  describe('jobs', () => {
    const at = freshStore(open);
    const request = (seed = 1) => at.store.jobs.request('i', { ...DEFAULT_RUN_PARAMETERS, seed });
    const stateOf = async (id: string) => (await at.store.jobs.get([id]))[0]!.state;

    beforeEach(async () => {
      await at.store.issues.create({ id: 'i', title: '', query: 'a', ownerAgencyId: null, sharedWith: [] });
    });

    test('the same request is not queued twice; another one, or one after it began, is', async () => {
      const first = await request();
      expect(first).toMatchObject({ issueId: 'i', state: 'QUEUED', progress: null, runId: null, finishedAt: null });
      const { seed, ...others } = DEFAULT_RUN_PARAMETERS;
      expect((await at.store.jobs.request('i', { ...others, seed })).id).toBe(first.id);
      expect((await request(2)).id).not.toBe(first.id);
      await at.store.jobs.claim('w', LONG);
      expect((await request()).id).not.toBe(first.id);
      await expect(at.store.jobs.request('none', DEFAULT_RUN_PARAMETERS)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('are claimed oldest first, once', async () => {
      const [first, second] = [await request(1), await request(2)];
      expect(await at.store.jobs.claim('w', LONG)).toMatchObject({ id: first.id, state: 'RUNNING' });
      expect((await at.store.jobs.claim('v', LONG))!.id).toBe(second.id);
      expect(await at.store.jobs.claim('u', LONG)).toBeNull();
    });

    test('two handles never hold one job', async () => {
      const other = await at.opened.again();
      for (let seed = 0; seed < 20; seed += 1) await request(seed);
      const claims = Array.from({ length: 24 }, (_, n) => (n % 2 ? other : at.store).jobs.claim(`w${n}`, LONG));
      const ids = (await Promise.all(claims)).map((job) => job?.id).filter((id) => id !== undefined);
      expect(ids).toHaveLength(20);
      expect(new Set(ids).size).toBe(20);
    });

    test('a job whose lease ran out is claimed again, and the first worker is told', async () => {
      const { id } = await request();
      await at.store.jobs.claim('dead', 0);
      expect((await at.store.jobs.claim('next', LONG))!.id).toBe(id);
      expect(await at.store.jobs.report(id, 'dead', LONG, PROGRESS)).toBe(false);
      await at.store.jobs.finish(id, 'dead', { state: 'DONE', runId: 'wrong', error: null });
      expect((await at.store.jobs.get([id]))[0]).toMatchObject({ state: 'RUNNING', runId: null });
    });

    test('a job that ends every worker is given up', async () => {
      const { id } = await request();
      for (let claim = 0; claim < MOST_CLAIMS; claim += 1) {
        expect((await at.store.jobs.claim(`w${claim}`, 0))?.id).toBe(id);
      }
      expect(await at.store.jobs.claim('next', LONG)).toBeNull();
      const [job] = await at.store.jobs.get([id]);
      expect(job).toMatchObject({ state: 'FAILED', error: expect.stringContaining('workers ended') });
      expect(job!.finishedAt).not.toBeNull();
    });

    test('a report shows progress and prolongs the lease', async () => {
      const { id } = await request();
      await at.store.jobs.claim('w', 0);
      expect(await at.store.jobs.report(id, 'w', LONG, PROGRESS)).toBe(true);
      expect((await at.store.jobs.get([id]))[0]!.progress).toEqual(PROGRESS);
      expect(await at.store.jobs.claim('v', LONG)).toBeNull();
    });

    test('end with what came of them', async () => {
      const { id } = await request();
      await at.store.jobs.claim('w', LONG);
      await at.store.jobs.finish(id, 'w', { state: 'FAILED', runId: 'r', error: 'disk full' });
      const [job] = await at.store.jobs.get([id]);
      expect(job).toMatchObject({ state: 'FAILED', runId: 'r', error: 'disk full' });
      expect(job!.finishedAt).not.toBeNull();
      expect(await at.store.jobs.report(id, 'w', LONG, PROGRESS)).toBe(false);
      expect(await at.store.jobs.claim('v', LONG)).toBeNull();
    });

    test('stop: a queued job at once, a running one at its next report, one whose worker died is not taken up', async () => {
      const [first, second, third] = [await request(1), await request(2), await request(3)];
      await at.store.jobs.claim('w', LONG);
      expect((await at.store.jobs.stop(second.id)).state).toBe('STOPPED');
      expect((await at.store.jobs.stop(first.id)).state).toBe('RUNNING');
      expect(await at.store.jobs.report(first.id, 'w', LONG, PROGRESS)).toBe(false);
      await at.store.jobs.finish(first.id, 'w', { state: 'STOPPED', runId: null, error: null });
      expect(await stateOf(first.id)).toBe('STOPPED');
      await at.store.jobs.claim('dead', 0);
      await at.store.jobs.stop(third.id);
      expect(await at.store.jobs.claim('v', LONG)).toBeNull();
      expect(await stateOf(third.id)).toBe('STOPPED');
      await expect(at.store.jobs.stop('none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('are listed newest first', async () => {
      const ids = [(await request(1)).id, (await request(2)).id, (await request(3)).id];
      const listed = await allNodes((after) => at.store.jobs.page('i', { first: 1, after }));
      expect(listed.map(({ id }) => id)).toEqual(ids.toReversed());
      expect(await at.store.jobs.get(['none', ids[0]!, 'job-x'])).toMatchObject([null, { id: ids[0] }, null]);
    });
  });
}

import { CodedError } from '#domain/errors/coded-error.js';
import type { RunStore } from '#domain/ports/run-store.js';
import type { Run } from '#domain/run.js';
import { FLOOD_ISSUE } from '../test/builders/flood-issue.js';
import { runOf } from '../test/builders/run-results.js';
import { withTemporaryStore } from '../test/builders/temporary-store.js';
import { RunRecord } from './run-record.js';

const OUTCOME = { counts: { mentions: 7 }, timings: {} };

/** Two executions of one run, as two processes have them. */
const withTwo = (work: (runs: RunStore, one: RunRecord, openOther: () => Promise<RunRecord>) => Promise<void>) =>
  withTemporaryStore(async ({ issues, runs }) => {
    await issues.create(FLOOD_ISSUE);
    const run = runOf('r', { issueId: FLOOD_ISSUE.id, startedAt: 1000 });
    await work(runs, await RunRecord.open(runs, run), () => RunRecord.open(runs, { ...run, startedAt: 2000 }));
  });

const finish = async (record: RunRecord): Promise<Run> => {
  await record.writing();
  return record.done(OUTCOME);
};

const stateOf = async (runs: RunStore) => (await runs.get(['r']))[0];

test.each([
  ['stopped', new CodedError('STOPPED', 'stopped')],
  ['broken', new Error('disk full')],
])('an execution that is %s takes nothing from one that finished meanwhile', async (_, error) => {
  await withTwo(async (runs, one, openOther) => {
    const other = await openOther();
    const done = await finish(one);
    await other.failed(error, {});
    expect(await stateOf(runs)).toEqual(done);
  });
});

test('who comes to write after another one finished is refused, and the results stand', async () => {
  await withTwo(async (runs, one, openOther) => {
    const other = await openOther();
    const done = await finish(one);
    await expect(other.writing()).rejects.toMatchObject({ code: 'RUN_IN_PROGRESS', at: 'run' });
    expect(await stateOf(runs)).toEqual(done);
  });
});

test('who is refused by the store while another one writes leaves the manifest to it', async () => {
  await withTwo(async (runs, one, openOther) => {
    const other = await openOther();
    await one.writing();
    await other.writing();
    await other.failed(new CodedError('RUN_IN_PROGRESS', 'being written'), {});
    expect((await stateOf(runs))!.state).toBe('RUNNING');
    expect(await one.done(OUTCOME)).toEqual(await stateOf(runs));
  });
});

test('what is done can be done again, and a failure while it writes is told of', async () => {
  await withTwo(async (runs, one, openOther) => {
    await finish(one);
    const again = await openOther();
    await again.writing();
    await again.failed(new Error('disk full'), {});
    expect(await stateOf(runs)).toMatchObject({ state: 'FAILED', startedAt: 2000 });
  });
});

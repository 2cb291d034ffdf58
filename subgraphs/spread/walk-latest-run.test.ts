import { oneAfterAnother } from '#platform/one-after-another.js';
import type { SpreadContext } from './context.js';
import { walkLatestRun } from './walk-latest-run.js';

/** A context whose newest run is the first of `newest` when the walk begins, and the next one each time it is asked again. */
function contextOf(newest: readonly string[]): SpreadContext {
  const [first, ...later] = newest;
  const context = {
    oneAfterAnother: oneAfterAnother(),
    latestRuns: { load: async () => ({ id: first }) },
    store: { runs: { latest: async () => [later.length > 1 ? { id: later.shift() } : { id: later[0] }] } },
  };
  return context as unknown as SpreadContext;
}

test('a run that is replaced under a walk is walked anew: its edges are gone, not its paths', async () => {
  const walked: string[] = [];
  const result = await walkLatestRun('i', contextOf(['a', 'b', 'c', 'c']), async (runId) => {
    walked.push(runId);
    return `found in ${runId}`;
  });
  expect(walked).toEqual(['a', 'b', 'c']);
  expect(result).toEqual({ found: 'found in c', runId: 'c' });
});

test('a run that stays is walked once', async () => {
  let walks = 0;
  const walk = async () => ++walks;
  expect(await walkLatestRun('i', contextOf(['a', 'a']), walk)).toEqual({ found: 1, runId: 'a' });
  expect(walks).toBe(1);
});

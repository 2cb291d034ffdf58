import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#store/open-store.js';
import { runOf } from '../../test/builders/run-results.js';
import { examine } from './examine.js';

test('a run that was killed long ago is ended and told of once; one that may be alive is left alone', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'jejaring-doctor-'));
  try {
    const store = await openStore({ dataFolder, neo4j: null });
    await store.issues.create({ id: 'i', title: '', query: 'a', ownerAgencyId: null, sharedWith: [] });
    await store.runs.put(runOf('killed', { startedAt: Date.now() - 25 * 3_600_000 }));
    await store.runs.put(runOf('alive', { startedAt: Date.now() - 23 * 3_600_000 }));
    const runs = async () => (await examine({}, { data: dataFolder })).filter(({ part }) => part === 'runs');
    expect(await runs()).toEqual([
      {
        part: 'runs',
        state: 'warning',
        finding: 'killed: killed a day ago or earlier; dropped what was half written',
        remedy: 'map the issue again where its result is wanted',
      },
    ]);
    expect(await runs()).toEqual([]);
    const states = (await store.runs.get(['killed', 'alive'])).map((run) => run?.state);
    expect(states).toEqual(['FAILED', 'RUNNING']);
    await store.close();
  } finally {
    rmSync(dataFolder, { recursive: true });
  }
});

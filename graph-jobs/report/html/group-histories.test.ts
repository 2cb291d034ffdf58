import { groupOf, resultsOf, runOf } from '../../../test/builders/run-results.js';
import { withTemporaryStore } from '../../../test/builders/temporary-store.js';
import { gatherHistories } from './group-histories.js';

test('a group from before groups were traced has no lineage, a traced one its own', () =>
  withTemporaryStore(async (store) => {
    await store.issues.create({ id: 'i', title: '', query: 'a', ownerAgencyId: null, sharedWith: [] });
    const lineage = { stableId: 'r-g2', sinceRunId: 'r', predecessor: null };
    const groups = [groupOf('r-g1', 'r', ['a', 'b', 'c']), { ...groupOf('r-g2', 'r', ['d', 'e']), lineage }];
    await store.runs.put(runOf('r'));
    await store.runs.writeResults(runOf('r'), resultsOf('r', { groups }));
    await store.runs.put(runOf('r', { state: 'DONE' }));
    const document = (await store.runs.document('r'))!;
    const documented = groups.map((group) => ({ ...group, evidence: [] }));
    expect(await gatherHistories(store.findings, { ...document, groups: documented })).toEqual(
      new Map([
        ['r-g1', { lineage: null, decision: null }],
        ['r-g2', { lineage, decision: null }],
      ]),
    );
  }));

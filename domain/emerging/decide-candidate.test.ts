import type { Store } from '#domain/ports/store.js';
import { emergingIssue, emergingSearch } from '../../test/builders/emerging.js';
import { withTemporaryStore } from '../../test/builders/temporary-store.js';
import { takeUpCandidate } from './decide-candidate.js';

const issue = { id: 'isu', title: 'Isu', query: 'banjir', ownerAgencyId: null, sharedWith: ['31'] };

async function onlyCandidate(store: Store): Promise<string> {
  const search = emergingSearch('s', 3);
  await store.emerging.put(search, [emergingIssue(['banjir'], search.to)]);
  return (await store.emerging.page(null, { first: 1, after: null })).items[0]!.node.id;
}

test('a decision that was cut off behind the issue is brought to its end by sending it again', () =>
  withTemporaryStore(async (store) => {
    const asked = { candidateId: await onlyCandidate(store), decisionId: 'd', by: 'Sari', reason: 'r' };
    const cut = { ...store.emerging, decide: () => Promise.reject(new Error('cut off')) };
    const emerging = new Proxy(store.emerging, {
      get: (target, name) => (name === 'decide' ? cut.decide : Reflect.get(target, name).bind(target)),
    });
    await expect(takeUpCandidate({ issues: store.issues, emerging }, asked, issue)).rejects.toThrow('cut off');
    expect((await store.issues.get(['isu']))[0]).toMatchObject(issue);
    await expect(takeUpCandidate(store, asked, { ...issue, query: 'lain' })).rejects.toMatchObject({
      code: 'ISSUE_EXISTS',
    });
    expect(await takeUpCandidate(store, asked, issue)).toMatchObject({ state: 'TAKEN_UP', issueId: 'isu' });
    const again = takeUpCandidate(store, { ...asked, decisionId: 'e' }, { ...issue, id: 'lain' });
    await expect(again).rejects.toMatchObject({ code: 'ISSUE_EXISTS' });
    expect(await store.issues.get(['lain'])).toEqual([null]);
  }));

import type { CandidateVerdict } from '#domain/emerging-issue.js';
import { emergingIssue, emergingSearch, HOUR } from '../builders/emerging.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

export function emergingContract(open: OpenStore): void {
  describe('emerging issues', () => {
    const at = freshStore(open);
    const listed = (state: 'CANDIDATE' | CandidateVerdict | null = null) =>
      allNodes((after) => at.store.emerging.page(state, { first: 1, after }));
    const named = async (state: 'CANDIDATE' | CandidateVerdict | null = null) =>
      (await listed(state)).map(({ issue }) => issue.objects.map(({ name }) => name).join(' '));
    const decide = (candidateId: string, id: string, verdict: CandidateVerdict, issueId: string | null = null) =>
      at.store.emerging.decide({ id, candidateId, verdict, issueId, by: 'Sari "S"', reason: `because ${id}` });

    test('are kept with their search, in its order, without what people wrote; the same search changes nothing', async () => {
      const search = emergingSearch('s1', 3, { overdispersion: 0.1 });
      const found = [emergingIssue(['banjir', 'banjir rob'], search.to), emergingIssue(['É "é" 😀'], search.to)];
      await at.store.emerging.put(search, found);
      await at.store.emerging.put(search, [emergingIssue(['lain'], search.to)]);
      const kept = await listed();
      expect(kept).toEqual(
        found.map((issue, i) => ({
          ...{ id: kept[i]!.id, searchId: 's1', foundTo: search.to, place: i + 1, state: 'CANDIDATE', issueId: null },
          ...{ firstFrom: search.to - 6 * HOUR, lastTo: search.to },
          issue: { ...issue, examples: [{ ...issue.examples[0], text: null }] },
        })),
      );
      expect(await at.store.emerging.get(['none', kept[1]!.id])).toEqual([null, kept[1]]);
      const [written] = await at.store.emerging.searches(['s1', 'none']);
      expect(written).toEqual({ ...search, candidates: 2, at: written!.at });
      await at.store.emerging.put(emergingSearch('s0', 9), []);
      const searches = await allNodes((after) => at.store.emerging.searchPage({ first: 1, after }));
      expect(searches.map(({ id, candidates }) => [id, candidates]).sort()).toEqual([
        ['s0', 0],
        ['s1', 2],
      ]);
      expect(searches[0]!.at).toBeGreaterThanOrEqual(searches[1]!.at);
    });

    test('that go on are found again as the same; after a day of silence, or with nothing in common, it is another', async () => {
      const [first, second, late] = [emergingSearch('s1', 3), emergingSearch('s2', 4), emergingSearch('s3', 7)];
      await at.store.emerging.put(first, [emergingIssue(['a'], first.to), emergingIssue(['b', 'c'], first.to)]);
      const before = await listed();
      await at.store.emerging.put(second, [
        ...[emergingIssue(['c', 'd'], second.to), emergingIssue(['b'], second.to), emergingIssue(['e'], second.to)],
      ]);
      expect(await named()).toEqual(['c d', 'b', 'e', 'a']);
      const [again, , , notAgain] = await listed();
      expect(again).toMatchObject({ id: before[1]!.id, place: 1, searchId: 's2' });
      expect(again).toMatchObject({ firstFrom: first.to - 6 * HOUR, lastTo: second.to });
      expect(notAgain).toEqual(before[0]);
      await at.store.emerging.put(emergingSearch('s1 again', 3), [emergingIssue(['d'], first.to)]);
      expect(await named()).toEqual(['c d', 'b', 'e', 'a']);
      await at.store.emerging.put(late, [emergingIssue(['a'], late.to)]);
      expect(await named()).toEqual(['a', 'c d', 'b', 'e', 'a']);
    });

    test('are taken up or dismissed by people: all is in the log, and what was decided stays as it was seen', async () => {
      const [first, second] = [emergingSearch('s1', 3), emergingSearch('s2', 4)];
      await at.store.emerging.put(first, [emergingIssue(['a'], first.to), emergingIssue(['b'], first.to)]);
      const [a, b] = await listed();
      expect(await decide(a!.id, 'd1', 'DISMISSED')).toEqual({ ...a, state: 'DISMISSED' });
      expect(await decide(a!.id, 'd1', 'DISMISSED')).toEqual({ ...a, state: 'DISMISSED' });
      await at.store.emerging.put(second, [emergingIssue(['a', 'z'], second.to)]);
      expect(await named('DISMISSED')).toEqual(['a']);
      expect((await at.store.emerging.get([a!.id]))[0]).toMatchObject({ searchId: 's2', lastTo: second.to });
      expect(await decide(a!.id, 'd2', 'TAKEN_UP', 'isu-a')).toMatchObject({ state: 'TAKEN_UP', issueId: 'isu-a' });
      expect(await named('CANDIDATE')).toEqual(['b']);
      const log = await allNodes((after) => at.store.emerging.decisions(a!.id, { first: 1, after }));
      const said = { candidateId: a!.id, by: 'Sari "S"' };
      expect(log.map(({ at: _at, ...entry }) => entry)).toEqual([
        { ...said, id: 'd1', number: 1, verdict: 'DISMISSED', issueId: null, reason: 'because d1' },
        { ...said, id: 'd2', number: 2, verdict: 'TAKEN_UP', issueId: 'isu-a', reason: 'because d2' },
      ]);
      expect([await at.store.emerging.decision('d2'), await at.store.emerging.decision('none')]).toEqual([
        log[1],
        null,
      ]);
      await expect(decide(b!.id, 'd1', 'DISMISSED')).rejects.toMatchObject({ code: 'BAD_PARAMETERS' });
      await expect(decide('none', 'd3', 'DISMISSED')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('of searches and decisions at once none is lost or doubled', async () => {
      const other = await at.opened.again();
      const searches = ['s1', 's2', 's3', 's1'].map((id) => emergingSearch(id, 3));
      await Promise.all(
        searches.map((search, i) => [at.store, other][i % 2]!.emerging.put(search, [emergingIssue(['a'], search.to)])),
      );
      const [candidate, ...more] = await listed();
      expect(more).toEqual([]);
      await Promise.all(
        Array.from('01230', (id, i) =>
          [at.store, other][i % 2]!.emerging.decide({
            ...{ candidateId: candidate!.id, id, verdict: 'DISMISSED', issueId: null, by: 'B', reason: '' },
          }),
        ),
      );
      const log = await allNodes((after) => at.store.emerging.decisions(candidate!.id, { first: 3, after }));
      expect(log.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    });
  });
}

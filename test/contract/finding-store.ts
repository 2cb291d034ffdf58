import type { CoTimedGroup, EvidenceRow } from '#domain/finding.js';
import type { FindingReview } from '#domain/finding-review.js';
import { importRows } from '../builders/import-rows.js';
import { accountRecord } from '../builders/records.js';
import { evidenceOf, groupOf, resultsOf, runOf } from '../builders/run-results.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

export function findingContract(open: OpenStore): void {
  describe('findings', () => {
    const at = freshStore(open);
    const run = runOf('r');
    let [a, b, c, d]: string[] = [];
    let evidence: EvidenceRow[];
    let groups: (CoTimedGroup & { evidence: readonly EvidenceRow[] })[];

    beforeEach(async () => {
      const named = Array.from('abcdefg', (id, line) => ({ line, record: accountRecord(id) }));
      await importRows(
        at.store,
        named.map(({ line, record }) => ({ line, record: { type: 'account', account: record } })),
      );
      const ids = (await allNodes((after) => at.store.accounts.page({}, { first: 9, after }))).map(({ id }) => id);
      [a, b, c, d] = ids;
      evidence = [evidenceOf(a!, b!, 'u1'), evidenceOf(b!, c!, 'u2'), evidenceOf(a!, b!, 'u0')];
      groups = [
        groupOf('r-g0', 'r', ids.slice(0, 3), evidence),
        groupOf('r-g1', 'r', ids.slice(3, 7)),
        groupOf('r-g2', 'r', [a!, ids[5]!, ids[6]!]),
      ];
      await at.store.issues.create({ id: 'i', title: '', query: 'a', ownerAgencyId: null, sharedWith: [] });
      await at.store.runs.put(run);
      await at.store.runs.writeResults(run, resultsOf('r', { groups }));
    });

    test('are found by id and listed largest first', async () => {
      const { evidence: _rows, ...group } = groups[0]!;
      expect(await at.store.findings.get(['none', 'r-g0'])).toEqual([null, { ...group, reviewState: 'UNREVIEWED' }]);
      const listed = await allNodes((after) => at.store.findings.page('r', { first: 1, after }));
      expect(listed.map(({ id }) => id)).toEqual(['r-g1', 'r-g0', 'r-g2']);
      expect((await at.store.findings.page('none', { first: 1, after: null })).items).toEqual([]);
    });

    test('have the figures of their edges against chance as they were found, or say that there are none', async () => {
      const [untested, old] = ['r-g3', 'r-g4'].map((id) => groupOf(id, 'r', [a!, d!]));
      const of = (group: CoTimedGroup) => {
        const { tests: _tests, ...edge } = group.edges[0]!;
        return edge;
      };
      const groupsOf = [
        groups[0]!,
        { ...untested!, edges: [{ ...of(untested!), tests: null }] },
        { ...old!, edges: [of(old!)] },
      ];
      await at.store.runs.writeResults(run, resultsOf('r', { groups: groupsOf }));
      const kept = await at.store.findings.get(['r-g0', 'r-g3', 'r-g4']);
      expect(kept.map((group) => group?.edges)).toEqual(groupsOf.map(({ edges }) => edges));
      expect(groups[0]!.edges[0]!.tests).toHaveLength(2);
    });

    test('of one size are listed by id', async () => {
      const equals = ['r-g2', 'r-g10', 'r-g1'].map((id) => groupOf(id, 'r', [a!, b!]));
      await at.store.runs.writeResults(run, resultsOf('r', { groups: equals }));
      const listed = await allNodes((after) => at.store.findings.page('r', { first: 1, after }));
      expect(listed.map(({ id }) => id)).toEqual(['r-g1', 'r-g10', 'r-g2']);
      const ofMember = await allNodes((after) => at.store.findings.ofAccount('r', a!, { first: 1, after }));
      expect(ofMember.map(({ id }) => id)).toEqual(['r-g1', 'r-g10', 'r-g2']);
    });

    test('are found by member', async () => {
      const of = async (account: string) =>
        (await allNodes((after) => at.store.findings.ofAccount('r', account, { first: 1, after }))).map(({ id }) => id);
      expect(await of(a!)).toEqual(['r-g0', 'r-g2']);
      expect(await of(d!)).toEqual(['r-g1']);
      expect(await of('nobody')).toEqual([]);
    });

    test('show their evidence, in the order of the detector, all of it or of one edge', async () => {
      const rows = (edge: { from: string; to: string } | null, id = 'r-g0') =>
        allNodes((after) => at.store.findings.evidence(id, edge, { first: 1, after }));
      expect(await rows(null)).toEqual(evidence);
      expect(await rows({ from: a!, to: b! })).toEqual([evidence[0], evidence[2]]);
      expect(await rows({ from: b!, to: a! })).toEqual([]);
      expect(await rows(null, 'none')).toEqual([]);
    });

    test('keep the state that people gave them when the run is done again', async () => {
      await at.opened.review('r-g0', 'CONFIRMED');
      await at.opened.review('r-g1', 'DISMISSED');
      await at.store.runs.writeResults(run, resultsOf('r', { groups: [groups[0]!, groups[2]!] }));
      const states = (await at.store.findings.get(['r-g0', 'r-g1', 'r-g2'])).map((group) => group?.reviewState ?? null);
      expect(states).toEqual(['CONFIRMED', null, 'UNREVIEWED']);
      expect(await allNodes((after) => at.store.findings.evidence('r-g0', null, { first: 9, after }))).toEqual(
        evidence,
      );
      expect((await at.store.findings.ofAccount('r', d!, { first: 9, after: null })).items).toEqual([]);
    });

    test('have the history of their reviews and the state that follows, whatever their run does', async () => {
      const review = (by: string, verdict: FindingReview['verdict'], id = `${by} ${verdict}`) => {
        const said = { reason: `of ${by} ' “`, agencyId: by === 'a' ? 'kemkes' : null };
        return { id, verdict, by, ...said, explanations: ['ON_THE_HOUR'] as const };
      };
      const stateOf = async (id: string) => (await at.store.findings.get([id]))[0]?.reviewState;
      await at.store.findings.review('r-g0', review('a', 'CONFIRM'));
      expect(await stateOf('r-g0')).toBe('UNREVIEWED');
      await at.store.runs.writeResults(run, resultsOf('r', { groups: [groups[1]!] }));
      await expect(at.store.findings.review('r-g0', review('b', 'CONFIRM'))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await at.store.runs.writeResults(run, resultsOf('r', { groups }));
      const other = await at.opened.again();
      const both = [at.store, other, at.store].map(({ findings }) => findings.review('r-g0', review('b', 'CONFIRM')));
      await Promise.all(both);
      const [kept] = await at.store.findings.get(['r-g0']);
      expect([kept!.reviewState, kept!.reviewUntil! > Date.now()]).toEqual(['CONFIRMED', true]);
      await other.findings.review('r-g0', review('c', 'APPEAL'));
      const history = await at.store.findings.reviews('r-g0');
      expect(history.map(({ number, by, verdict }) => [number, by, verdict])).toEqual([
        [1, 'a', 'CONFIRM'],
        [2, 'b', 'CONFIRM'],
        [3, 'c', 'APPEAL'],
      ]);
      expect(history[0]).toEqual({ ...review('a', 'CONFIRM'), number: 1, at: expect.any(Number) });
      expect([await stateOf('r-g0'), await at.store.findings.reviews('none')]).toEqual(['UNREVIEWED', []]);
      await expect(at.store.findings.review('r-g0', review('d', 'APPEAL'))).rejects.toMatchObject({
        code: 'BAD_PARAMETERS',
      });
      await at.opened.review('r-g1', 'CONFIRMED', 1);
      await at.opened.review('r-g2', 'CONFIRMED', 9e15);
      expect([await stateOf('r-g1'), await stateOf('r-g2')]).toEqual(['UNREVIEWED', 'CONFIRMED']);
      // Against what stands, and not against what the votes would make of it today.
      await at.store.findings.review('r-g2', review('d', 'APPEAL'));
      expect(await stateOf('r-g2')).toBe('UNREVIEWED');
      await expect(at.store.findings.review('r-g1', review('d', 'APPEAL'))).rejects.toThrow(/nothing is decided/);
    });

    test('and keep it when the writing is cut off at any place', async () => {
      await at.opened.review('r-g0', 'CONFIRMED');
      await at.opened.review('r-g2', 'DISMISSED');
      for (const place of [0, 1, 2]) {
        const torn = (function* () {
          yield* evidence;
          throw new Error('killed here');
        })();
        const cut = groups.map((group, n) => (n === place ? { ...group, evidence: torn } : group));
        await expect(at.store.runs.writeResults(run, resultsOf('r', { groups: cut }))).rejects.toThrow('killed here');
        const found = await at.store.findings.get(['r-g0', 'r-g1', 'r-g2']);
        expect(found.map((group) => group?.reviewState)).toEqual(['CONFIRMED', 'UNREVIEWED', 'DISMISSED']);
      }
      await at.store.runs.writeResults(run, resultsOf('r', { groups: [groups[1]!] }));
      await at.store.runs.writeResults(run, resultsOf('r', { groups }));
      const back = await at.store.findings.get(['r-g0', 'r-g1', 'r-g2']);
      expect(back.map((group) => group?.reviewState)).toEqual(['CONFIRMED', 'UNREVIEWED', 'DISMISSED']);
    });

    test('are listed by their line through the runs that are done, newest first, each with its own review state', async () => {
      const lineage = (id: string | null, stayed = 2) => ({
        ...{ stableId: 'r-g0', sinceRunId: 'r' },
        predecessor: id === null ? null : { id, runId: id.slice(0, id.indexOf('-')), stayed, joined: 1, left: 0 },
      });
      const put = async (id: string, startedAt: number, state: 'DONE' | 'FAILED', before: string) => {
        const later = runOf(id, { startedAt });
        await at.store.runs.put(later);
        const group = { ...groupOf(`${id}-g7`, id, [a!, b!, d!]), lineage: lineage(before) };
        await at.store.runs.writeResults(later, resultsOf(id, { groups: [group, groupOf(`${id}-g8`, id, [c!, d!])] }));
        await at.store.runs.put({ ...later, state });
      };
      await at.store.runs.put({ ...run, state: 'DONE' });
      await put('n1', 2000, 'DONE', 'r-g0');
      await put('n2', 2000, 'DONE', 'n1-g7');
      await put('n3', 3000, 'FAILED', 'n2-g7');
      await at.opened.review('r-g0', 'CONFIRMED');
      const line = (stableId: string) => allNodes((after) => at.store.findings.ofLine(stableId, { first: 1, after }));
      const found = await line('r-g0');
      expect(found).toEqual([
        { id: 'n2-g7', runId: 'n2', reviewState: 'UNREVIEWED' },
        { id: 'n1-g7', runId: 'n1', reviewState: 'UNREVIEWED' },
        { id: 'r-g0', runId: 'r', reviewState: 'CONFIRMED' },
      ]);
      const whole = await at.store.findings.get(found.map(({ id }) => id));
      expect(whole.map((group) => group!.lineage)).toEqual([lineage('n1-g7'), lineage('r-g0'), undefined]);
      expect((await line('n1-g8')).map(({ id }) => id)).toEqual(['n1-g8']);
      expect(await line('none')).toEqual([]);
      await at.store.runs.writeResults(run, resultsOf('r', { groups: [groups[1]!] }));
      expect((await line('r-g0')).map(({ id }) => id)).toEqual(['n2-g7', 'n1-g7']);
    });

    test('of older runs stay', async () => {
      const newer = runOf('newer', { startedAt: 2000 });
      await at.store.runs.put(newer);
      await at.store.runs.writeResults(newer, resultsOf('newer', { groups: [groupOf('newer-g0', 'newer', [a!, b!])] }));
      expect((await at.store.findings.get(['r-g0', 'newer-g0'])).map((group) => group?.id)).toEqual([
        'r-g0',
        'newer-g0',
      ]);
    });
  });
}

import fc from 'fast-check';
import { type CoTimedEdge, MOST_KEPT_EDGES } from '#domain/finding.js';
import { DEFAULT_RUN_PARAMETERS, type RunParameters } from '#domain/run.js';
import { strongestEdges } from '#domain/strongest-edges.js';
import { detectGroups, detectInCopy } from '#graph-jobs/detect/detect-groups.js';
import { type ScoredGroup, scoreGroups } from '#graph-jobs/score/score-groups.js';
import { type MentionSketch, mentionColumns } from '../../builders/mention-columns.js';

const parameters: RunParameters = {
  ...DEFAULT_RUN_PARAMETERS,
  mode: 'COMPATIBLE',
  behaviours: ['CO_HASHTAG'],
  minParticipation: 1,
  minWeight: 1,
  shuffledCopies: 0,
};

/** Accounts that all use one hashtag at once, and with it as many more mentions as `more` says of some. */
function scored(accounts: number, more: readonly number[] = []) {
  const all = Array.from({ length: accounts }, (_, i) => `a${String(i).padStart(3, '0')}`);
  const sketches = all.flatMap((account, i) =>
    Array.from({ length: 1 + (more[i] ?? 0) }, (_, n): MentionSketch => {
      return { id: `${account}-${n}`, account, at: n, hashtags: ['g'] };
    }),
  );
  const columns = mentionColumns(sketches);
  const detection = detectGroups(columns, parameters);
  const groups = scoreGroups({ columns, detection, parameters, runId: 'r', issueId: 'i', detect: detectInCopy });
  expect(groups).toHaveLength(1);
  const ids = columns.accounts.map(({ id }) => id);
  const edges = detection.groups[0]!.edges.map((edge): CoTimedEdge => {
    return { ...edge, from: ids[edge.from]!, to: ids[edge.to]! };
  });
  return { group: groups[0]!, edges };
}

const weightOf = (edges: readonly { readonly weight: number }[]) => edges.reduce((sum, { weight }) => sum + weight, 0);
const edgeKeys = (edges: Iterable<{ readonly from: string; readonly to: string }>) =>
  Array.from(edges, ({ from, to }) => `${from} ${to}`);

/** What a finding says of what it keeps is what it keeps. */
function expectTrueCounts(group: ScoredGroup, edges: readonly CoTimedEdge[]): void {
  expect([group.edgeCount, group.evidenceCount]).toEqual([edges.length, weightOf(edges)]);
  expect(group.evidenceKept).toBe(weightOf(group.edges));
  const rows = edgeKeys(group.evidence);
  expect(rows).toHaveLength(group.evidenceKept!);
  expect(new Set(rows)).toEqual(new Set(edgeKeys(group.edges)));
}

test('of a large group the strongest edges are kept with their evidence, all are counted, and all members stay', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2), { maxLength: 20 }), (more) => {
      const { group, edges } = scored(66, more);
      expect(edges).toHaveLength((66 * 65) / 2);
      expect(group.members).toHaveLength(66);
      expect(group.edges).toHaveLength(MOST_KEPT_EDGES);
      const strongest = new Set(edgeKeys(strongestEdges(edges, MOST_KEPT_EDGES)));
      expect(edgeKeys(group.edges)).toEqual(edgeKeys(edges).filter((key) => strongest.has(key)));
      expectTrueCounts(group, edges);
    }),
    { numRuns: 5 },
  );
});

test('of a group of ordinary size all are', () => {
  const { group, edges } = scored(9, [3, 0, 1]);
  expect(group.edges).toEqual(edges);
  expectTrueCounts(group, edges);
});

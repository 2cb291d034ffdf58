import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import type { DetectInCopy } from '#domain/detection.js';
import { DEFAULT_RUN_PARAMETERS, type RunParameters } from '#domain/run.js';
import { detectGroups, detectInCopy } from '#graph-jobs/detect/detect-groups.js';
import { scoreGroups } from '#graph-jobs/score/score-groups.js';
import { type MentionSketch, mentionColumns } from '../../builders/mention-columns.js';
import { describeReal } from '../../real-data.js';

const DAY = 86_400;

/** Organic reposts of many originals over ten days, and a group of five that reposts eight of them within 8 s. */
function planted(): MentionSketch[] {
  const roots = Array.from({ length: 60 }, (_, i) => ({ id: `r${i}`, account: `root${i % 7}`, at: i * 14_000 }));
  const organic = roots.flatMap((root, i) =>
    Array.from({ length: 40 }, (_, j): MentionSketch => {
      const delay = ((i * 40 + j) * 7919) % DAY;
      return { id: `o${i}-${j}`, account: `p${(i * 17 + j * 31) % 300}`, at: root.at + 60 + delay, parent: root.id };
    }),
  );
  const group = roots.slice(0, 40).filter((_, i) => i % 5 === 0);
  const together = group.flatMap((root, i) =>
    ['g1', 'g2', 'g3', 'g4', 'g5'].map((account, j): MentionSketch => {
      return { id: `${account}-${i}`, account, at: root.at + 700 + j * 2, parent: root.id };
    }),
  );
  return [...roots, ...organic, ...together];
}

const parameters: RunParameters = {
  ...DEFAULT_RUN_PARAMETERS,
  mode: 'COMPATIBLE',
  behaviours: ['CO_REPOST'],
  minWeight: 3,
};

function scored(sketches: readonly MentionSketch[]) {
  const columns = mentionColumns(sketches);
  const detection = detectGroups(columns, parameters);
  return scoreGroups({ columns, detection, parameters, runId: 'run', issueId: 'issue', detect: detectInCopy });
}

test('a planted group stands out from the shuffled copies, with its evidence', () => {
  const groups = scored(planted());
  expect(groups.map(({ id, members }) => [id, members])).toEqual([['run-g1', ['g1', 'g2', 'g3', 'g4', 'g5']]]);
  const [group] = groups;
  expect(group).toMatchObject({ behaviours: ['CO_REPOST'], evidenceCount: 80, issueId: 'issue', runId: 'run' });
  expect(group!.chance).toMatchObject({ observedPairs: 10, copies: 20, binHours: 6, copiesWithGroupAsLarge: 0 });
  expect(group!.chance.expectedPairs).toBeLessThan(1);
  const rows = Array.from(group!.evidence);
  expect(rows.length).toBe(80);
  expect(rows[0]).toEqual({
    from: 'g1',
    to: 'g2',
    behaviour: 'CO_REPOST',
    object: 'x:r0',
    fromMentionId: 'x:g1-0',
    toMentionId: 'x:g2-0',
    fromTime: 700_000,
    toTime: 702_000,
  });
});

test('the same data and seed give the same findings', () => {
  expect(JSON.stringify(scored(planted()))).toBe(JSON.stringify(scored(planted().toReversed())));
});

describeReal('chance on real retweets', ['coortweet/russian_coord_tweets.csv.gz'], ([file]) => {
  /** Pairs of accounts that share two or more objects within the window: a loose fixed threshold. */
  const twoObjects: DetectInCopy = (layers, account, { windowSeconds }) => {
    const { actions } = layers[0]!;
    const objects = new Map<number, Set<number>>();
    for (let row = 0; row < actions.length; row++) {
      const end = actions.objectStart[actions.object[row]! + 1]!;
      for (let other = row + 1; other < end; other++) {
        if (actions.time[other]! - actions.time[row]! > windowSeconds * 1000) break;
        const [a, b] = [account[actions.mention[row]!]!, account[actions.mention[other]!]!];
        if (a === b) continue;
        const pair = Math.min(a, b) * actions.accountCount + Math.max(a, b);
        objects.set(pair, (objects.get(pair) ?? new Set()).add(actions.object[row]!));
      }
    }
    const keptPairs = Array.from(objects.values()).filter(({ size }) => size >= 2).length;
    return { keptPairs, largestGroup: 0 };
  };

  test('392 pairs share two or more objects within 300 s, and about 194 do when accounts are shuffled in 6 h', () => {
    const { data } = Papa.parse<Record<string, string>>(gunzipSync(readFileSync(file!)).toString().trim(), {
      header: true,
    });
    const columns = mentionColumns(
      data.map((row, i) => ({
        id: `${row.content_id}-${i}`,
        account: row.account_id!,
        at: Number(row.timestamp_share),
        parent: `object-${row.object_id}`,
      })),
    );
    const loose: RunParameters = { ...parameters, windowSeconds: 300, minParticipation: 1, minWeight: 2 };
    const detection = detectGroups(columns, loose);
    expect(twoObjects(detection.layers, columns.account, loose).keptPairs).toBe(392);
    const [group] = scoreGroups({
      columns,
      detection,
      parameters: loose,
      runId: 'r',
      issueId: 'i',
      detect: twoObjects,
    });
    // The reference is the mean of somebody else's shuffles, ours of 20: both vary by a few pairs.
    expect(group!.chance.expectedPairs).toBeGreaterThan(184);
    expect(group!.chance.expectedPairs).toBeLessThan(204);
  });
});

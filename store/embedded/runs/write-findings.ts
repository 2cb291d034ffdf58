import type { CoTimedGroup, EvidenceRow, ReviewState } from '#domain/finding.js';
import type { RunResults } from '#domain/ports/run-store.js';
import type { Database } from '../database.js';
import { dropRows, writeSlices } from './slices.js';

type Group = RunResults['groups'][number];

/** How a group is kept: all of it but its own evidence rows, which are many, and the names that its row has anyway. */
export type FindingBody = Omit<CoTimedGroup, 'id' | 'runId'>;

const ADD = 'INSERT INTO finding (name, run_id, members, body, review_state) VALUES (?, ?, ?, ?, ?)';
const ADD_MEMBER = 'INSERT INTO finding_member VALUES (?, ?, ?, ?)';
const ADD_EVIDENCE = 'INSERT INTO finding_evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';

/** Takes the run's findings away, and gives the states that people gave them: a run never overwrites those. */
export async function dropFindings(database: Database, runKey: number): Promise<ReadonlyMap<string, ReviewState>> {
  const rows = database.all<{ id: number; name: string; review_state: ReviewState }>(
    'SELECT id, name, review_state FROM finding WHERE run_id = ?',
    runKey,
  );
  await dropRows(database, 'finding_member', ['account', 'members', 'finding_id'], runKey);
  for (const { id } of rows)
    database.transaction(() => {
      database.run('DELETE FROM finding_evidence WHERE finding_id = ?', id);
      database.run("UPDATE finding SET members = 0, body = '' WHERE id = ?", id);
    });
  return new Map(rows.map(({ name, review_state }) => [name, review_state]));
}

export async function writeFindings(
  database: Database,
  runKey: number,
  groups: readonly Group[],
  reviewed: ReadonlyMap<string, ReviewState>,
): Promise<void> {
  for (const group of groups) {
    const findingKey = database.transaction(() => writeGroup(database, runKey, group, reviewed));
    const add = database.prepare(ADD_EVIDENCE);
    let ordinal = 0;
    await writeSlices(database, group.evidence, (row: EvidenceRow) => {
      const mentions = [row.fromMentionId, row.toMentionId, row.fromTime, row.toTime];
      add.run(findingKey, ordinal, row.from, row.to, row.behaviour, row.object, ...mentions);
      ordinal += 1;
    });
  }
}

function writeGroup(
  database: Database,
  runKey: number,
  group: Group,
  reviewed: ReadonlyMap<string, ReviewState>,
): number {
  const { id, runId: _runId, evidence: _evidence, ...body } = group;
  const members = group.members.length;
  database.run('DELETE FROM finding WHERE name = ?', id);
  const { lastId } = database.run(
    ADD,
    id,
    runKey,
    members,
    JSON.stringify(body satisfies FindingBody),
    reviewed.get(id) ?? 'UNREVIEWED',
  );
  for (const account of group.members) database.run(ADD_MEMBER, runKey, account, members, lastId);
  return lastId;
}

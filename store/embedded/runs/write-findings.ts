import type { EvidenceRow, TracedGroup } from '#domain/finding.js';
import { lineageOf } from '#domain/group-lineage.js';
import type { RunResults } from '#domain/ports/run-store.js';
import type { Database } from '../database.js';
import type { ResultsWriter } from './results-writer.js';
import { dropRows, writeSlices } from './slices.js';

type Group = RunResults['groups'][number];

/** How a group is kept: all of it but its own evidence rows, which are many, and the names that its row has anyway. */
export type FindingBody = Omit<TracedGroup, 'id' | 'runId'>;

const PUT = `INSERT INTO finding (name, run_id, members, body, stable_id, review_state)
  VALUES (?, ?, ?, ?, ?, 'UNREVIEWED')
  ON CONFLICT (name) DO UPDATE SET run_id = excluded.run_id, members = excluded.members, body = excluded.body,
    stable_id = excluded.stable_id`;
const ADD_MEMBER = 'INSERT INTO finding_member VALUES (?, ?, ?, ?)';
const ADD_EVIDENCE = 'INSERT INTO finding_evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';

/**
 * Puts the groups in the place of the findings of the same name. What people decided of a finding stays in its row
 * throughout, so that a crash at any moment takes none of it away.
 */
export async function writeFindings(
  database: Database,
  writer: ResultsWriter,
  groups: readonly Group[],
  onRows: (rows: number) => void,
): Promise<void> {
  await dropRows(writer, 'finding_member', ['account', 'members', 'finding_id']);
  for (const group of groups) {
    const findingKey = writer.transaction(() => putGroup(database, writer.runKey, group));
    const add = database.prepare(ADD_EVIDENCE);
    let ordinal = 0;
    const addRow = (row: EvidenceRow) => {
      const mentions = [row.fromMentionId, row.toMentionId, row.fromTime, row.toTime];
      add.run(findingKey, ordinal, row.from, row.to, row.behaviour, row.object, ...mentions);
      ordinal += 1;
    };
    await writeSlices(writer, group.evidence, addRow, onRows);
  }
  removeVanished(database, writer, new Set(groups.map(({ id }) => id)));
}

function putGroup(database: Database, runKey: number, group: Group): number {
  const { id, runId: _runId, evidence: _evidence, ...body } = group;
  const members = group.members.length;
  database.run(PUT, id, runKey, members, JSON.stringify(body satisfies FindingBody), lineageOf(group).stableId);
  const { id: key } = database.get<{ id: number }>('SELECT id FROM finding WHERE name = ?', id)!;
  database.run('DELETE FROM finding_evidence WHERE finding_id = ?', key);
  for (const account of group.members) database.run(ADD_MEMBER, runKey, account, members, key);
  return key;
}

/** Findings that the run no longer has; one that people reviewed is hidden (members = 0) and not forgotten. */
function removeVanished(database: Database, writer: ResultsWriter, found: ReadonlySet<string>): void {
  const sql = 'SELECT id, name, reviews IS NOT NULL OR review_state <> ? AS reviewed FROM finding WHERE run_id = ?';
  const kept = database.all<{ id: number; name: string; reviewed: number }>(sql, 'UNREVIEWED', writer.runKey);
  for (const { id, name, reviewed } of kept) {
    if (found.has(name)) continue;
    writer.transaction(() => {
      if (reviewed === 1) {
        database.run('UPDATE finding SET members = 0 WHERE id = ?', id);
        return;
      }
      database.run('DELETE FROM finding_evidence WHERE finding_id = ?', id);
      database.run('DELETE FROM finding WHERE id = ?', id);
    });
  }
}

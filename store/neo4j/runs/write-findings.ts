import type { TracedGroup } from '#domain/finding.js';
import { lineageOf } from '#domain/group-lineage.js';
import type { RunResults } from '#domain/ports/run-store.js';
import { coTimedRow } from './co-timed-row.js';
import { dropGroupRows, removeGroups } from './drop-results.js';
import type { ResultsWriter, Slice } from './results-writer.js';
import * as statements from './write-findings.cypher.js';

type Group = RunResults['groups'][number];

/** How a group is kept: all of it but its own evidence rows, which are many, and the names that its node has anyway. */
export type FindingBody = Omit<TracedGroup, 'id' | 'runId'>;

const ROWS = 10_000;
/** Groups of one transaction: a body may have a megabyte. */
const BODIES = 100;

/**
 * Puts the groups in the place of the findings of the same id. What people decided of a finding stays on its node
 * throughout, so that a crash at any moment takes none of it away.
 */
export async function writeFindings(
  writer: ResultsWriter,
  runId: string,
  groups: readonly Group[],
  onRows: (rows: number) => void,
): Promise<void> {
  const kept = await dropGroupRows(writer, runId);
  const listed = groups.toSorted((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
  const keys = await putGroups(writer, runId, listed);
  onRows(groups.length);
  await writer.write(memberSlices(writer.run, listed), () => undefined);
  await writer.write(coTimedSlices(groups, keys), () => undefined);
  await writer.write(evidenceSlices(groups, keys), onRows);
  const vanished = kept.filter(({ id }) => !keys.has(id));
  await removeGroups(
    writer,
    vanished.map(({ id }) => id),
  );
}

async function putGroups(writer: ResultsWriter, runId: string, listed: readonly Group[]): Promise<Map<string, number>> {
  const keys = new Map<string, number>();
  for (let from = 0; from < listed.length; from += BODIES) {
    const groups = listed.slice(from, from + BODIES).map((group, at) => {
      const { id, runId: _runId, evidence: _evidence, ...body } = group;
      const { stableId } = lineageOf(group);
      return { id, number: at + 1, rank: from + at, body: JSON.stringify(body satisfies FindingBody), stableId };
    });
    const rows = await writer.transaction(async (cypher) => {
      const reserve = { groups: groups.length };
      const [reserved] = await cypher.run<{ last: number }>(statements.RESERVE_GROUP_KEYS, reserve);
      const put = { runId, run: writer.run, groups, last: reserved!.last };
      return cypher.run<{ id: string; key: number }>(statements.PUT_GROUPS, put);
    });
    for (const { id, key } of rows) keys.set(id, key);
  }
  return keys;
}

function* memberSlices(run: number, listed: readonly Group[]): Iterable<Slice> {
  const rows = function* () {
    for (const [rank, { id, members }] of listed.entries()) for (const member of members) yield [id, member, rank];
  };
  yield* slicesOf(statements.ADD_GROUP_MEMBERS, rows(), { run });
}

function* coTimedSlices(groups: readonly Group[], keys: ReadonlyMap<string, number>): Iterable<Slice> {
  const rows = function* () {
    for (const { id, edges } of groups) for (const edge of edges) yield coTimedRow(keys.get(id)!, edge);
  };
  yield* slicesOf(statements.ADD_CO_TIMED, rows());
}

function* evidenceSlices(groups: readonly Group[], keys: ReadonlyMap<string, number>): Iterable<Slice> {
  const rows = function* () {
    for (const { id, evidence } of groups) {
      let ordinal = 0;
      for (const { from, to, behaviour, object, fromMentionId, toMentionId, fromTime, toTime } of evidence) {
        const pair = [from, to, behaviour, object, fromMentionId, toMentionId, fromTime, toTime];
        yield [keys.get(id), ordinal, ...pair];
        ordinal += 1;
      }
    }
  };
  yield* slicesOf(statements.ADD_EVIDENCE, rows());
}

function* slicesOf(statement: string, all: Iterable<unknown[]>, more: { run?: number } = {}): Iterable<Slice> {
  let rows: unknown[][] = [];
  const slice = () => ({ statement, parameters: { ...more, rows }, rows: rows.length });
  for (const row of all) {
    rows.push(row);
    if (rows.length < ROWS) continue;
    yield slice();
    rows = [];
  }
  if (rows.length > 0) yield slice();
}

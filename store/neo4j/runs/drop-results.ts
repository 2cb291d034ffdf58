import type { Parameters } from '../parameters.js';
import * as statements from './drop-results.cypher.js';
import type { ResultsWriter } from './results-writer.js';

const SLICE = 20_000;
/** Groups whose relationships go together. */
const GROUPS = 1_000;

export interface KeptGroup {
  readonly id: string;
  readonly key: number;
}

/** All that is dropped when another run of the issue takes its place: findings stay. */
export async function dropNetwork(writer: ResultsWriter): Promise<void> {
  const { run } = writer;
  await dropSlices(writer, statements.DROP_AMPLIFIED, { run });
  await dropSlices(writer, statements.DROP_MEMBERS, { run });
  await dropSlices(writer, statements.DROP_CASCADES, { run });
  await dropSlices(writer, statements.DROP_COMMUNITIES, { run });
}

/** What hangs on the groups of the run. The groups themselves stay, with what people decided of them, and are given back. */
export async function dropGroupRows(writer: ResultsWriter, runId: string): Promise<readonly KeptGroup[]> {
  const kept = await writer.transaction((cypher) => cypher.run<KeptGroup>(statements.GROUPS_OF_RUN, { runId }));
  await dropSlices(writer, statements.DROP_GROUP_MEMBERS, { run: writer.run });
  for (let from = 0; from < kept.length; from += GROUPS) {
    const groups = kept.slice(from, from + GROUPS).map(({ key }) => key);
    await dropSlices(writer, statements.DROP_CO_TIMED, { groups });
    await dropSlices(writer, statements.DROP_EVIDENCE, { groups });
  }
  return kept;
}

export async function removeGroups(writer: ResultsWriter, ids: readonly string[]): Promise<void> {
  const sorted = ids.toSorted();
  for (let from = 0; from < sorted.length; from += GROUPS) {
    const some = { ids: sorted.slice(from, from + GROUPS) };
    await writer.transaction(async (cypher) => {
      await cypher.run(statements.HIDE_GROUPS, some);
      await cypher.run(statements.REMOVE_GROUPS, some);
    });
  }
}

async function dropSlices(writer: ResultsWriter, statement: string, parameters: Parameters): Promise<void> {
  const bound = { ...parameters, slice: SLICE };
  for (;;) {
    const [row] = await writer.transaction((cypher) => cypher.run<{ deleted: number }>(statement, bound));
    if (row!.deleted === 0) return;
  }
}

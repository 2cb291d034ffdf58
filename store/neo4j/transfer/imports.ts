import type { TransferredImport, TransferredSighting } from '#domain/transfer/transfer-records.js';
import type { Cypher } from '../connection.js';
import * as statements from './imports.cypher.js';
import { countBy, type KindTransfer, readSlice } from './kind-transfer.js';
import { passNumbers } from './sequences.js';

const ROWS = 5_000;

/** Without the writer: whoever resumes an import takes it over anyway. */
export const importTransfer: KindTransfer<'imports'> = {
  count: (cypher) => countBy(cypher, statements.COUNT_IMPORTS),
  read: (cypher, after) =>
    readSlice<'imports', TransferredImport>(
      cypher,
      statements.READ_IMPORTS,
      { after: after?.[0] ?? 0, rows: ROWS },
      (one) => ({
        id: one.id,
        path: one.path,
        bytes: one.bytes,
        headHash: one.headHash,
        format: one.format,
        rows: one.rows,
        rejected: one.rejected,
        rejectsBytes: one.rejectsBytes,
        added: one.added,
        updated: one.updated,
        unchanged: one.unchanged,
        accountsAdded: one.accountsAdded,
        accountsUpdated: one.accountsUpdated,
        startedAt: one.startedAt,
        finishedAt: one.finishedAt ?? null,
        superseded: one.superseded,
      }),
      ({ id }) => [id],
    ),
  write: async (cypher, imports) => {
    await cypher.run(statements.PUT_IMPORTS, { imports });
    await passNumbers(
      cypher,
      'import',
      imports.map(({ id }) => id),
    );
  },
};

/** On the mention: the last import that brought it again. */
export const sightingTransfer: KindTransfer<'sightings'> = {
  count: async (cypher) => {
    const imports = await unfinished(cypher);
    return imports.length === 0 ? 0 : countBy(cypher, statements.COUNT_SIGHTINGS, { imports });
  },
  read: async (cypher, after) => {
    const imports = await unfinished(cypher);
    if (imports.length === 0) return { records: [], next: null };
    return readSlice<'sightings', TransferredSighting>(
      cypher,
      statements.READ_SIGHTINGS,
      { after: after?.[0] ?? '', imports, rows: ROWS },
      (record) => record,
      ({ mentionId }) => [mentionId],
    );
  },
  write: async (cypher, sightings) => {
    await cypher.run(statements.PUT_SIGHTINGS, { sightings });
  },
};

async function unfinished(cypher: Cypher): Promise<number[]> {
  return (await cypher.run<{ id: number }>(statements.UNFINISHED_IMPORTS)).map(({ id }) => id);
}

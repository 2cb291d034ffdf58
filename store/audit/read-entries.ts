import type { AuditEntry } from '#domain/audit-entry.js';
import { readLine } from './entry-line.js';
import { linesOf, segmentsOf } from './segments.js';

/** The entries of a log, oldest first; what is none is passed over, and whether they fit together is for verifyLog to say. */
export async function* entriesOf(folder: string): AsyncGenerator<AuditEntry> {
  for (const file of segmentsOf(folder))
    for await (const { bytes } of linesOf(folder, file)) {
      const read = readLine(bytes, null);
      if ('entry' in read) yield read.entry;
    }
}

import { join } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import { readEnvironment } from '#platform/environment.js';
import { AUDIT_FOLDER } from '#store/audit/audit-log.js';
import { segmentsOf } from '#store/audit/segments.js';

export interface AuditFolder {
  readonly dataFolder: string;
  readonly folder: string;
}

/** Where the log of a data folder lies. Throws NOT_FOUND where there is none: all of it may have been taken away. */
export async function auditFolder(flags: { readonly data?: string }): Promise<AuditFolder> {
  const { dataFolder } = readEnvironment(process.env, flags);
  const folder = join(dataFolder, AUDIT_FOLDER);
  if (segmentsOf(folder).length > 0) return { dataFolder, folder };
  throw new CodedError('NOT_FOUND', 'there is no audit log', {
    at: folder,
    hint: 'check --data or JEJARING_DATA; "jejaring serve", "start" and "gateway" begin one. If one was here, it was taken away',
  });
}

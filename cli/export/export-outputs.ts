import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import { EXPORT_FORMATS, type ExportFormat, type ExportPlan, exportPlan } from '#graph-jobs/export/export-network.js';
import { makeFolder } from '#platform/make-folder.js';
import { EMBEDDED_FILE } from '#store/open-store.js';
import { checkOutputs } from '../output/output-paths.js';

/** The format that was named, or that the ending of the file tells. Throws BAD_PARAMETERS. */
export function formatOf(named: ExportFormat | undefined, out: string): ExportFormat {
  const format = named ?? EXPORT_FORMATS.find((known) => known !== 'csv' && out.toLowerCase().endsWith(`.${known}`));
  if (format !== undefined) return format;
  throw new CodedError('BAD_PARAMETERS', 'the ending of the name tells no format', {
    at: `--out ${out}`,
    hint: out.toLowerCase().endsWith('.csv')
      ? 'CSV is two files: give --format csv and name a folder for them'
      : `give --format ${EXPORT_FORMATS.join('|')}, or a name that ends in .gexf, .graphml or .json`,
  });
}

/** What will be written, checked before anything is read: a folder for CSV, a file else, and not the store itself. */
export function checkedPlan(format: ExportFormat, out: string, dataFolder: string): ExportPlan {
  const plan = exportPlan(format, out);
  const isFolder = existsSync(out) && statSync(out).isDirectory();
  if (existsSync(out) && isFolder !== (format === 'csv'))
    throw new CodedError('BAD_PARAMETERS', isFolder ? 'this is a folder' : 'this is a file', {
      at: `--out ${out}`,
      hint: format === 'csv' ? 'CSV is two files: name a folder for them' : 'name a file in it',
    });
  const store = storeFile(dataFolder);
  if (format === 'csv' && !isFolder) checkOutputs(store, { '--out': out });
  else for (const path of [...plan.files.map((file) => file.path), plan.about]) checkOutputs(store, { '--out': path });
  return plan;
}

/** The folder of the CSV files, once there is something to put into it. */
export function makeCsvFolder(format: ExportFormat, out: string): void {
  if (format === 'csv') makeFolder(out);
}

/** No output may take the place of this one. */
export function storeFile(dataFolder: string): string {
  return join(dataFolder, EMBEDDED_FILE);
}

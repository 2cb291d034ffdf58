import { CodedError } from '#domain/errors/coded-error.js';
import { FORMAT_NAMES, type FormatName } from '#graph-jobs/ingest/formats/read-format.js';

/** The format that was asked for, or the only one that the name of the file allows. Throws BAD_PARAMETERS. */
export function formatOf(path: string, asked: FormatName | undefined, hasMapping: boolean): FormatName {
  const format = asked ?? byName(path.replace(/\.gz$/i, ''), hasMapping);
  if (format === null)
    throw new CodedError('BAD_PARAMETERS', `the name of ${path} does not tell its format`, {
      at: '--format',
      hint: `one of ${FORMAT_NAMES.join(', ')}; csv needs --map too`,
    });
  if (hasMapping && format !== 'csv')
    throw new CodedError('BAD_PARAMETERS', `a mapping is for the format csv, not for ${format}`, { at: '--map' });
  if (!hasMapping && format === 'csv')
    throw new CodedError('BAD_PARAMETERS', 'the format csv needs a mapping', {
      at: '--map',
      hint: 'see docs/import-formats.md and examples/mappings',
    });
  return format;
}

function byName(name: string, hasMapping: boolean): FormatName | null {
  if (/\.ndjson$/i.test(name)) return 'jejaring';
  return hasMapping && /\.(csv|tsv)$/i.test(name) ? 'csv' : null;
}

/** What to try when a file holds nothing of the format that it was read by. */
export function adviceAgainst(format: FormatName, path: string): string {
  if (format === 'csv')
    return 'see that the mapping fits the columns, dates and words of the file: docs/import-formats.md';
  const isTable = /\.(csv|tsv|txt)(\.gz)?$/i.test(path);
  const others = isTable
    ? ['--format csv --map MAPPING.json', '--format coortweet']
    : ['--format jejaring', '--format x-api-v2', '--format csv --map MAPPING.json'];
  const likely = others.filter((other) => other !== `--format ${format}`);
  return `if the file is of another format, say so: ${likely.join(', ')}; see docs/import-formats.md`;
}

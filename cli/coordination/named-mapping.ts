import { readFileSync } from 'node:fs';
import { CodedError } from '#domain/errors/coded-error.js';
import {
  type ActionFileMapping,
  COORTWEET_MAPPING,
  parseActionFileMapping,
} from '#graph-jobs/detect/action-file/action-file-mapping.js';

/** The mapping that `--map` gives, or that of the format. Throws BAD_PARAMETERS or BAD_MAPPING. */
export function namedMapping(options: { readonly format: string; readonly map?: string }): ActionFileMapping {
  if (options.format === 'coortweet') {
    if (options.map === undefined) return COORTWEET_MAPPING;
    throw new CodedError('BAD_PARAMETERS', 'A mapping is for --format csv', { at: '--map', hint: 'add --format csv' });
  }
  if (options.map === undefined) {
    throw new CodedError('BAD_PARAMETERS', 'This format needs a mapping', {
      at: '--map',
      hint: 'give --map object=COLUMN,account=COLUMN,time=COLUMN',
    });
  }
  return parseActionFileMapping(/[={]/.test(options.map) ? options.map : textOf(options.map));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new CodedError('BAD_MAPPING', `The mapping file cannot be read (${(cause as NodeJS.ErrnoException).code})`, {
      at: file,
      hint: 'give a JSON file, or the mapping itself as object=COLUMN,…',
      cause,
    });
  }
}

import { CodedError } from '#domain/errors/coded-error.js';
import {
  type ActionFileMapping,
  COORTWEET_MAPPING,
  parseActionFileMapping,
} from '#graph-jobs/detect/action-file/action-file-mapping.js';
import { mappingText } from '../input/mapping-text.js';

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
  return parseActionFileMapping(mappingText(options.map, 'object=COLUMN'));
}

import { readFileSync } from 'node:fs';
import { CodedError } from '#domain/errors/coded-error.js';

/** What `--map` gives: the mapping itself, or the text of the file that it names. Throws BAD_MAPPING. `example` is one of the former. */
export function mappingText(given: string, example: string): string {
  return /[={]/.test(given) ? given : textOf(given, example);
}

function textOf(file: string, example: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new CodedError('BAD_MAPPING', `The mapping file cannot be read (${(cause as NodeJS.ErrnoException).code})`, {
      at: file,
      hint: `give a JSON file, or the mapping itself as ${example},…`,
      cause,
    });
  }
}

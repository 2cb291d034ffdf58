import { readFileSync } from 'node:fs';
import { unreadableFile } from '#platform/unreadable-file.js';

/** What `--map` gives: the mapping itself, or the text of the file that it names. Throws BAD_MAPPING. `example` is one of the former. */
export function mappingText(given: string, example: string): string {
  return /[={]/.test(given) ? given : textOf(given, example);
}

function textOf(file: string, example: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const hint = `give a JSON file, or the mapping itself as ${example},…`;
    throw unreadableFile(file, cause, { code: 'BAD_MAPPING', hint });
  }
}

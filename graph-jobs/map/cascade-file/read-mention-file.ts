import { type ReadListener, readCsvFile } from '../../csv-file/read-csv-file.js';
import type { MentionFileMapping } from './mention-file-mapping.js';
import { type MentionFile, MentionFileReader } from './mention-file-reader.js';

/**
 * Reads a CSV of mentions, plain or gzip (told by its first bytes). Throws BAD_INPUT_FILE when the file cannot be opened, is
 * cut off, or lacks the columns; STOPPED when the listener's signal aborts.
 */
export function readMentionFile(
  file: string,
  mapping: MentionFileMapping,
  listener: ReadListener = {},
): Promise<MentionFile> {
  return readCsvFile(file, new MentionFileReader(mapping), listener);
}

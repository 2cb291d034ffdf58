import type { SourceFile } from '../read/source-file.js';
import type { FileHead } from './file-head.js';
import type { FormatOptions } from './format-options.js';
import type { ParsedRows } from './parsed-row.js';

/** One import format. */
export interface Format {
  read(source: SourceFile, options: FormatOptions): ParsedRows;
  /** Why a file that begins so is of this format; null when it is not. Absent where only the user can know. */
  recognise?(head: FileHead): string | null;
}

import type { Stream } from '#domain/mention.js';
import type { CsvMapping } from './csv-mapping.js';
import type { ReadingNotes } from './reading-notes.js';

/** What a reader of a format is told besides the file. */
export interface FormatOptions {
  /** Unix milliseconds; what is dated more than a day later is refused. */
  readonly now: number;
  /** Where the format itself does not say. */
  readonly platform?: string | undefined;
  readonly stream?: Stream | undefined;
  /** Of times that name none; the format's own usage when absent. */
  readonly zone?: string | undefined;
  /** Of the format csv. */
  readonly mapping?: CsvMapping | undefined;
  /** Where the reader puts down what is no row. */
  readonly notes?: ReadingNotes | undefined;
}

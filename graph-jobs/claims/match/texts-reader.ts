import { CsvReader, type CsvRows, type Fault, type RowTally } from '../../csv-file/csv-reader.js';
import type { BytesReader } from '../../csv-file/read-csv-file.js';

export interface TextRow {
  readonly textId: string;
  readonly text: string;
  /** Empty where it has none. */
  readonly url: string;
}

/** Texts of one batch: enough that a thread is worth its messages, few enough that those under way take little memory. */
const BATCH_ROWS = 256;
const BATCH_CHARACTERS = 1 << 17;

/** Hands the rows of a file of texts over in batches as its bytes come in: memory is that of one batch. */
export class TextsReader implements CsvRows, BytesReader<RowTally> {
  readonly columns = { textId: 'text_id', text: 'text', url: 'url' };
  readonly optional: readonly string[] = ['url'];
  readonly hint = 'name the columns text_id and text (url and published_at may be there)';
  readonly #csv: CsvReader;
  readonly #take: (batch: readonly TextRow[]) => void;
  readonly #room: () => Promise<void> | undefined;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly rejected: CsvRows['rejected'];
  #batch: TextRow[] = [];
  #characters = 0;
  #textId = 0;
  #text = 0;
  #url = -1;

  /** `room` is awaited before more of the file is read. */
  constructor(
    take: (batch: readonly TextRow[]) => void,
    room: () => Promise<void> | undefined,
    rejected: NonNullable<CsvRows['rejected']>,
  ) {
    this.#take = take;
    this.#room = room;
    this.rejected = rejected;
    this.#csv = new CsvReader(this);
  }

  open(column: (field: string) => number): void {
    this.#textId = column('textId');
    this.#text = column('text');
    this.#url = column('url');
  }

  push(chunk: Uint8Array): Promise<void> | undefined {
    this.#csv.push(chunk);
    return this.#room();
  }

  finish(): RowTally {
    const tally = this.#csv.finish();
    this.#handOver();
    return tally;
  }

  row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): Fault | null {
    const field = (column: number) => this.#decoder.decode(bytes.subarray(starts[column]!, ends[column]!));
    let row: TextRow;
    try {
      const url = this.#url < 0 || this.#url >= starts.length ? '' : field(this.#url);
      row = { textId: field(this.#textId), text: field(this.#text), url };
    } catch {
      return { field: '', reason: 'is not valid UTF-8' };
    }
    if (row.textId.trim() === '') return { field: 'text_id', reason: 'empty' };
    if (row.text.trim() === '' && row.url.trim() === '') return { field: 'text', reason: 'empty' };
    this.#batch.push(row);
    this.#characters += row.text.length;
    if (this.#batch.length >= BATCH_ROWS || this.#characters >= BATCH_CHARACTERS) this.#handOver();
    return null;
  }

  #handOver(): void {
    if (this.#batch.length > 0) this.#take(this.#batch);
    this.#batch = [];
    this.#characters = 0;
  }
}

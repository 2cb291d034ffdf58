import { CsvReader, type CsvRows, type Fault, type RowTally } from '../../csv-file/csv-reader.js';

export interface TextRow {
  readonly textId: string;
  readonly text: string;
  readonly url: string;
}

/** Takes the rows of a file of texts as its bytes come in: memory is that of one row. */
export class TextsReader implements CsvRows {
  readonly columns = { textId: 'text_id', text: 'text', url: 'url' };
  readonly optional: readonly string[] = ['url'];
  readonly hint = 'name the columns text_id and text (url and published_at may be there)';
  readonly #csv: CsvReader;
  readonly #take: (row: TextRow) => void;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly rejected: CsvRows['rejected'];
  #textId = 0;
  #text = 0;
  #url = -1;

  constructor(take: (row: TextRow) => void, rejected: NonNullable<CsvRows['rejected']>) {
    this.#take = take;
    this.rejected = rejected;
    this.#csv = new CsvReader(this);
  }

  open(column: (field: string) => number): void {
    this.#textId = column('textId');
    this.#text = column('text');
    this.#url = column('url');
  }

  push(chunk: Uint8Array): void {
    this.#csv.push(chunk);
  }

  finish(): RowTally {
    return this.#csv.finish();
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
    this.#take(row);
    return null;
  }
}

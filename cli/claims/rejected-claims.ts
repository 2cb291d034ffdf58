import { resolve } from 'node:path';
import type { RejectedRow } from '#domain/ingest-record.js';
import { RejectsFile } from '#graph-jobs/ingest/rejects-file.js';

const AT_ONCE = 1000;

/** What was left out of a file, in a file beside the results: nothing is lost of it. */
export class RejectedRows {
  readonly #file: RejectsFile;
  #rows: (RejectedRow & { readonly raw: unknown })[] = [];
  length = 0;

  constructor(readonly path: string) {
    this.#file = new RejectsFile(resolve(path), 0);
  }

  add(row: RejectedRow, raw: unknown): void {
    this.#rows.push({ ...row, raw });
    this.length += 1;
    if (this.#rows.length >= AT_ONCE) this.#write();
  }

  close(): void {
    this.#write();
    this.#file.close();
  }

  #write(): void {
    this.#file.write(this.#file.bytes, this.#rows);
    this.#rows = [];
  }
}

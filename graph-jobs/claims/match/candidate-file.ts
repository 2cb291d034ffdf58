import { renameSync, rmSync, statSync } from 'node:fs';
import { closeOutput, openOutput, writeAll } from '../../csv-file/output-file.js';

const AT_ONCE = 1 << 16;

/** The CSV of candidates. It gets its name when it is whole, so that a stopped run leaves what was there before. */
export class CandidateFile {
  readonly #path: string;
  readonly #written: string;
  readonly #file: number;
  #text = 'text_id,claim_id,rank,score,method\n';

  /** Throws BAD_INPUT_FILE where it cannot be written. */
  constructor(path: string) {
    this.#path = path;
    this.#written = isNoFile(path) ? path : `${path}.part`;
    this.#file = openOutput(this.#written, 'candidates');
  }

  /** Lines as matched-batch.ts writes them. */
  add(lines: string): void {
    this.#text += lines;
    if (this.#text.length > AT_ONCE) this.#flush();
  }

  finish(): void {
    this.#flush();
    closeOutput(this.#file);
    if (this.#written !== this.#path) renameSync(this.#written, this.#path);
  }

  /** Leaves nothing behind. */
  drop(): void {
    closeOutput(this.#file);
    if (this.#written !== this.#path) rmSync(this.#written, { force: true });
  }

  #flush(): void {
    writeAll(this.#file, Buffer.from(this.#text));
    this.#text = '';
  }
}

/** Whether it is there and no plain file: a pipe or a device keeps its name. */
function isNoFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === false;
}

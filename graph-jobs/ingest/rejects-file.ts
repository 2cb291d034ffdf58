import {
  appendFileSync,
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  rmSync,
} from 'node:fs';
import { CodedError } from '#domain/errors/coded-error.js';
import type { RejectedRow } from '#domain/ingest-record.js';

const EXCERPT = 500;

export interface Reject extends RejectedRow {
  /** What the file had there: a line, or a JSON value. */
  readonly raw: unknown;
}

/**
 * The rows that were not taken, a JSON object a line: `line`, `field`, `reason`, and the first 500 characters of the row
 * as `raw`. It exists only when there are any.
 */
export class RejectsFile {
  #descriptor: number | null = null;

  /** `keep`: bytes that an interrupted import had made sure of; what lies behind them will come again. */
  constructor(
    readonly path: string,
    private keep: number,
  ) {
    if (keep === 0) rmSync(path, { force: true });
    else this.#cutBack();
  }

  /** Length of the file. */
  get bytes(): number {
    return this.keep;
  }

  /**
   * Writes the rejects of a batch, which begin at byte `start`, through to the disk, and gives the length of the file. A
   * store may try a batch again: what the first try left behind `start` goes.
   */
  write(start: number, rejects: readonly Reject[]): number {
    if (start < this.keep) {
      this.keep = start;
      this.#cutBack();
    }
    if (rejects.length === 0) return this.keep;
    this.#descriptor ??= openSync(this.path, 'a');
    const lines = rejects.map(({ line, field, reason, raw }) =>
      JSON.stringify({ line, field, reason, raw: excerpt(raw) }),
    );
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    appendFileSync(this.#descriptor, bytes);
    this.keep += bytes.length;
    fdatasyncSync(this.#descriptor);
    return this.keep;
  }

  close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }

  #cutBack(): void {
    const descriptor = existsSync(this.path) ? openSync(this.path, 'r+') : null;
    try {
      if (descriptor === null || fstatSync(descriptor).size < this.keep)
        throw new CodedError('BAD_INPUT_FILE', 'the rejects file of the interrupted import is gone or cut', {
          at: this.path,
          hint: 'import again without --resume: what is stored already stays as it is',
        });
      ftruncateSync(descriptor, this.keep);
    } finally {
      if (descriptor !== null) closeSync(descriptor);
    }
  }
}

function excerpt(raw: unknown): string {
  if (typeof raw === 'string') return raw.slice(0, EXCERPT).replace(/\r$/, '');
  return (JSON.stringify(raw) ?? '').slice(0, EXCERPT);
}

import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync } from 'node:fs';
import { CodedError } from '#domain/errors/coded-error.js';
import { writeAll } from '#graph-jobs/csv-file/output-file.js';
import type { Look } from '#graph-jobs/detect/live/look.js';
import { lookRecord, lookText } from './look-text.js';

/** Writes looks: to a file as JSON Lines where one is given, else to standard output. */
export class LookOutput {
  looks = 0;
  #file: number | null = null;
  #bytes = 0;

  constructor(
    private readonly path: string | undefined,
    private readonly json: boolean,
  ) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** Begins behind what a state has seen written: what came after it is told again. Without a state, behind all that is there. */
  open(known: number | null): void {
    if (this.path === undefined) return;
    this.#file = opened(this.path);
    const { size } = fstatSync(this.#file);
    this.#bytes = Math.min(known ?? size, size);
    ftruncateSync(this.#file, this.#bytes);
  }

  write(look: Look): void {
    this.looks += 1;
    const text = this.#file !== null || this.json ? JSON.stringify(lookRecord(look)) : lookText(look);
    if (this.#file === null) console.log(text);
    else {
      const bytes = Buffer.from(`${text}\n`);
      writeAll(this.#file, bytes);
      this.#bytes += bytes.length;
    }
  }

  /** On the disk, before a state says so. */
  sync(): void {
    if (this.#file !== null) fsyncSync(this.#file);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }
}

function opened(path: string): number {
  try {
    return openSync(path, 'a');
  } catch (cause) {
    throw new CodedError('BAD_INPUT_FILE', `The looks cannot be written (${(cause as NodeJS.ErrnoException).code})`, {
      at: `--out ${path}`,
      hint: 'check that the folder is there and can be written to',
      cause,
    });
  }
}

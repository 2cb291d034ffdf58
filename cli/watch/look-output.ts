import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync } from 'node:fs';
import { CodedError } from '#domain/errors/coded-error.js';
import { writeAll } from '#graph-jobs/csv-file/output-file.js';
import type { Look } from '#graph-jobs/detect/live/look.js';
import type { OutPlace } from '#graph-jobs/detect/live/watch-state.js';
import { lookRecord, lookText } from './look-text.js';

/** Writes looks: to a file as JSON Lines where one is given, else to standard output. */
export class LookOutput {
  looks = 0;
  #file: number | null = null;
  #place: OutPlace | null = null;

  constructor(
    private readonly path: string | undefined,
    private readonly json: boolean,
  ) {}

  /** Null where looks go to standard output. */
  get place(): OutPlace | null {
    return this.#place;
  }

  /**
   * Begins behind what a state has seen written into this very file: what came after it is told again. In any other file
   * behind all that is there, which is not ours to cut.
   */
  open(known: OutPlace | null): void {
    if (this.path === undefined) return;
    this.#file = opened(this.path);
    const { ino: inode, size } = fstatSync(this.#file);
    const bytes = known?.inode === inode ? Math.min(known.bytes, size) : size;
    this.#place = { inode, bytes };
    if (bytes < size) ftruncateSync(this.#file, bytes);
  }

  write(look: Look): void {
    this.looks += 1;
    const text = this.#file !== null || this.json ? JSON.stringify(lookRecord(look)) : lookText(look);
    if (this.#file === null || this.#place === null) console.log(text);
    else {
      const bytes = Buffer.from(`${text}\n`);
      writeAll(this.#file, bytes);
      this.#place = { ...this.#place, bytes: this.#place.bytes + bytes.length };
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

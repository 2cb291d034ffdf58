import { readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^\d{6}\.ndjson$/;
const CHUNK = 1 << 20;
/** What goes into an entry is bounded to some kilobytes. */
export const LONGEST_LINE = 1 << 16;

/** The files of a log, oldest first. */
export function segmentsOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => NAME.test(name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

export function segmentName(number: number): string {
  return `${String(number).padStart(6, '0')}.ndjson`;
}

export function segmentNumber(name: string): number {
  return Number(name.slice(0, 6));
}

export interface RawLine {
  readonly file: string;
  /** From 1 on in each file. */
  readonly line: number;
  /** Where it begins in the file. */
  readonly offset: number;
  readonly bytes: Buffer;
  /** False for what stands after the last line feed, or has none within the longest line. */
  readonly ended: boolean;
}

/** The lines of one file up to `end`, in bounded memory. */
export async function* linesOf(folder: string, file: string, end = Number.POSITIVE_INFINITY): AsyncGenerator<RawLine> {
  const handle = await open(join(folder, file), 'r');
  try {
    let rest = Buffer.alloc(0);
    let offset = 0;
    let line = 1;
    for (let at = 0; ; ) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const { bytesRead } = await handle.read(chunk, 0, Math.min(CHUNK, end - at), at);
      if (bytesRead === 0) break;
      at += bytesRead;
      const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      let start = 0;
      for (let feed = bytes.indexOf(10); feed >= 0; feed = bytes.indexOf(10, start)) {
        yield { file, line, offset: offset + start, bytes: bytes.subarray(start, feed), ended: true };
        start = feed + 1;
        line += 1;
      }
      rest = bytes.subarray(start);
      offset += start;
      if (rest.length > LONGEST_LINE) break;
    }
    if (rest.length > 0) yield { file, line, offset, bytes: rest, ended: false };
  } finally {
    await handle.close();
  }
}

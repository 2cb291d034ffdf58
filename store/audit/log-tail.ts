import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditSubject } from '#domain/audit-entry.js';
import { auditBroken } from './audit-faults.js';
import { NO_HASH, type ReadEntry, readLine } from './entry-line.js';
import { LONGEST_LINE, segmentsOf } from './segments.js';

/** Where a log ends, and what the next entry follows. */
export interface LogTail {
  /** Null before there is one. */
  readonly file: string | null;
  readonly size: number;
  readonly number: number;
  readonly hash: string;
  /** What stands after the last entry and is none: a writer was stopped in the middle of a line. */
  readonly torn: AuditSubject['torn'] | null;
  /** Whether the next entry needs a line feed before it. */
  readonly open: boolean;
}

const EMPTY: LogTail = { file: null, size: 0, number: 0, hash: NO_HASH, torn: null, open: false };

/** Throws AUDIT_BROKEN where the log ends with a whole line that is no entry of it: that is no accident of a writer. */
export async function readTail(folder: string, key: Buffer | null): Promise<LogTail> {
  const segments = segmentsOf(folder);
  for (const file of segments.reverse()) {
    const tail = await tailOf(folder, file, key);
    // Made, and its writer killed before the first entry.
    if (tail !== null) return file === segments[0] ? tail : { ...tail, file: segments[0]!, size: 0 };
  }
  return segments.length > 0 ? { ...EMPTY, file: segments[0]! } : EMPTY;
}

async function tailOf(folder: string, file: string, key: Buffer | null): Promise<LogTail | null> {
  const { bytes, size } = await lastBytes(join(folder, file));
  if (size === 0) return null;
  const isWhole = bytes.at(-1) === 10;
  let end = isWhole ? bytes.length - 1 : bytes.length;
  for (let isLast = true; end > 0; isLast = false) {
    const start = bytes.lastIndexOf(10, end - 1) + 1;
    const read: ReadEntry | { fault: string } = readLine(bytes.subarray(start, end), key);
    if ('entry' in read) {
      const rest = bytes.subarray(end + 1);
      const torn = isLast || rest.length === 0 ? null : tornBytes(rest);
      return { file, size, number: read.entry.number, hash: read.hash, torn, open: !isWhole };
    }
    if (isWhole && isLast)
      throw auditBroken(join(folder, file), `the last line of the log does not fit: ${read.fault}`);
    end = start - 1;
  }
  if (size > bytes.length || isWhole) throw auditBroken(join(folder, file), 'the end of the log holds no entry');
  // The first line of a file was cut: what it follows stands in the file before.
  const before = await readTailBefore(folder, file, key);
  return { ...before, file, size, torn: tornBytes(bytes), open: true };
}

async function readTailBefore(folder: string, file: string, key: Buffer | null): Promise<LogTail> {
  const earlier = segmentsOf(folder)
    .filter((name) => name < file)
    .at(-1);
  return (earlier && (await tailOf(folder, earlier, key))) || EMPTY;
}

function tornBytes(bytes: Buffer): NonNullable<LogTail['torn']> {
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function lastBytes(path: string): Promise<{ bytes: Buffer; size: number }> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.min(size, 2 * LONGEST_LINE));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, size - bytes.length);
    return { bytes: bytes.subarray(0, bytesRead), size };
  } finally {
    await handle.close();
  }
}

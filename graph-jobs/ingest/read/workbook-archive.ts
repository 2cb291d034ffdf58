import { createInflateRaw } from 'node:zlib';
import { CodedError } from '#domain/errors/coded-error.js';

const MIB = 1 << 20;

/** A workbook is read with its table of texts in memory: what it may take is bounded, packed and unpacked. */
export const WORKBOOK_LIMITS = { fileBytes: 64 * MIB, unpackedBytes: 256 * MIB, entries: 4096 } as const;

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const DEFLATE = 8;

/**
 * Throws BAD_INPUT_FILE for an archive that would unpack to more than a workbook may hold (a zip bomb). Sizes are found by
 * unpacking, a piece at a time, since an archive may lie about them.
 */
export async function mustBeSafeArchive(path: string, bytes: Buffer): Promise<void> {
  const entries = entriesOf(bytes);
  if (entries === null)
    throw new CodedError('BAD_INPUT_FILE', `${path} cannot be read as a workbook: its end is missing or damaged`, {
      at: path,
      hint: 'open it, save the sheet as CSV (UTF-8), and give that file',
    });
  if (entries.length > WORKBOOK_LIMITS.entries) throw tooMuch(path, `it holds ${entries.length} files`);
  let unpacked = 0;
  for (const entry of entries) {
    unpacked += await unpackedSize(entry, WORKBOOK_LIMITS.unpackedBytes - unpacked);
    if (unpacked > WORKBOOK_LIMITS.unpackedBytes)
      throw tooMuch(path, `it unpacks to more than ${WORKBOOK_LIMITS.unpackedBytes} bytes`);
  }
}

function tooMuch(path: string, what: string): CodedError {
  return new CodedError('BAD_INPUT_FILE', `the workbook is larger than is read: ${what}`, {
    at: path,
    hint: 'save the sheet as CSV (UTF-8): a text file may have any size',
  });
}

interface Entry {
  readonly method: number;
  readonly packed: Buffer;
}

/** What the directory at the end of the archive lists; null where it is not whole. */
function entriesOf(bytes: Buffer): Entry[] | null {
  const end = endOf(bytes);
  if (end < 0) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + ENTRY_LENGTH > bytes.length || bytes.readUInt32LE(at) !== ENTRY_MARK) return null;
    const local = bytes.readUInt32LE(at + 42);
    if (local + LOCAL_LENGTH > bytes.length) return null;
    const start = local + LOCAL_LENGTH + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    entries.push({ method: bytes.readUInt16LE(at + 10), packed });
    at += ENTRY_LENGTH + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END_MARK) return at;
  return -1;
}

/** Bytes that an entry unpacks to, counted no further than past `most`. Damaged data counts as far as it goes. */
async function unpackedSize({ method, packed }: Entry, most: number): Promise<number> {
  if (method !== DEFLATE) return packed.length;
  const stream = createInflateRaw();
  let size = 0;
  const ended = new Promise<void>((resolve) => {
    stream.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > most) stream.destroy();
    });
    stream.on('error', () => resolve());
    stream.on('close', () => resolve());
  });
  stream.end(packed);
  await ended;
  return size;
}

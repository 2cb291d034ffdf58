import { statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditEvent } from '#domain/audit-entry.js';
import { makeFolder } from '#platform/make-folder.js';
import { auditBroken } from './audit-faults.js';
import { lineOf } from './entry-line.js';
import { type LogTail, readTail } from './log-tail.js';
import { segmentName, segmentNumber, segmentsOf } from './segments.js';
import { WriterLock } from './writer-lock.js';

export interface StampedEvent {
  readonly event: AuditEvent;
  readonly at: string;
}

const BY_ITSELF = { principal: 'jejaring', role: 'system', purpose: null, requestId: null } as const;

/** Appends to the chain of one folder, beside other processes that do. One call at a time. */
export class ChainWriter {
  readonly #folder: string;
  readonly #key: Buffer;
  readonly #segmentBytes: number;
  #lock: WriterLock | null = null;
  #handle: FileHandle | null = null;
  #tail: LogTail | null = null;

  constructor(folder: string, key: Buffer, segmentBytes: number) {
    this.#folder = folder;
    this.#key = key;
    this.#segmentBytes = segmentBytes;
  }

  /** The numbers of the entries, which then stand on the disk, all of them; when it throws, none counts. */
  async append(events: readonly StampedEvent[]): Promise<number[]> {
    makeFolder(this.#folder, 0o700);
    this.#lock ??= new WriterLock(join(this.#folder, 'writer.lock'));
    return this.#lock.hold(async () => {
      try {
        return await this.#append(events);
      } catch (error) {
        // What of it reached the disk is read anew.
        await this.#forget();
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.#forget();
    this.#lock?.close();
  }

  async #append(events: readonly StampedEvent[]): Promise<number[]> {
    const tail = await this.#settledTail();
    const stamped = [...firstOf(tail), ...events];
    let { number, hash } = tail;
    let text = tail.open ? '\n' : '';
    for (const { event, at } of stamped) {
      number += 1;
      const written = lineOf({ ...event, at, number, previous: hash }, this.#key);
      hash = written.hash;
      text += `${written.line}\n`;
    }
    const bytes = Buffer.from(text);
    const { handle, file, size } = await this.#fileFor(tail);
    await handle.appendFile(bytes);
    await handle.datasync();
    this.#tail = { file, size: size + bytes.length, number, hash, torn: null, open: false };
    return events.map((_, i) => number - events.length + 1 + i);
  }

  /**
   * Read again when another process has written since: what it sealed with another key, or with none, is not gone on from. The
   * folder is asked at once, since a thread takes longer to ask than a disk to tell.
   */
  async #settledTail(): Promise<LogTail> {
    const known = this.#tail;
    const last = segmentsOf(this.#folder).at(-1);
    if (known !== null && known.file === last && known.size === statSync(join(this.#folder, last!)).size) return known;
    const now = await readTail(this.#folder, this.#key);
    if (known !== null && (now.number < known.number || (now.number === known.number && now.hash !== known.hash)))
      throw auditBroken(this.#folder, `entry ${known.number}, which this process wrote, is gone or changed`);
    return now;
  }

  async #fileFor(tail: LogTail): Promise<{ handle: FileHandle; file: string; size: number }> {
    if (tail.file !== null && (tail.open || tail.size < this.#segmentBytes)) {
      if (this.#handle === null || this.#tail?.file !== tail.file) {
        await this.#handle?.close();
        this.#handle = await open(join(this.#folder, tail.file), 'a');
      }
      return { handle: this.#handle, file: tail.file, size: tail.size };
    }
    const file = segmentName(tail.file === null ? 1 : segmentNumber(tail.file) + 1);
    await this.#handle?.close();
    this.#handle = await open(join(this.#folder, file), 'ax', 0o600);
    await syncFolder(this.#folder);
    return { handle: this.#handle, file, size: 0 };
  }

  async #forget(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close();
  }
}

/** What the log says of itself before the events. */
function firstOf({ number, torn }: LogTail): StampedEvent[] {
  const at = new Date().toISOString();
  const begin = { at, event: { ...BY_ITSELF, action: 'begin' as const, what: {} } };
  const gap = torn && { at, event: { ...BY_ITSELF, action: 'torn' as const, what: { torn } } };
  return gap ? [gap] : number === 0 ? [begin] : [];
}

/** So that the name of a new file is there after a power cut. Windows knows no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

import { join } from 'node:path';
import type { AuditEvent } from '#domain/audit-entry.js';
import type { AuditLog } from '#domain/ports/audit-log.js';
import type { Logger } from '#platform/logger.js';
import { auditUnavailable } from './audit-faults.js';
import { auditKey } from './audit-key.js';
import { ChainWriter, type StampedEvent } from './chain-writer.js';

export const AUDIT_FOLDER = 'audit';
const SEGMENT_BYTES = 64 * 1024 * 1024;
/** A few seconds of a busy gateway. */
const MOST_WAITING = 10_000;
const BATCH = 500;
/** Entries of reads wait so long for others: one write to the disk is for all of them. */
const GATHER_MS = 50;
const TRY_AGAIN_MS = 1000;

export interface AuditLogOptions {
  readonly dataFolder: string;
  readonly log: Logger;
  readonly segmentBytes?: number;
  readonly mostWaiting?: number;
}

interface Waiting extends StampedEvent {
  readonly settle?: { done(number: number): void; failed(error: unknown): void };
}

/** Opens the log of a data folder, and writes to it so that a fault is told at the start. Throws AUDIT_UNAVAILABLE, AUDIT_BROKEN. */
export async function openAuditLog(options: AuditLogOptions): Promise<AuditLog> {
  const folder = join(options.dataFolder, AUDIT_FOLDER);
  try {
    const chain = new ChainWriter(folder, auditKey(options.dataFolder), options.segmentBytes ?? SEGMENT_BYTES);
    await chain.append([]);
    return new FileAuditLog(chain, folder, options);
  } catch (cause) {
    throw auditUnavailable(folder, cause);
  }
}

/** Gathers entries and writes them in batches, in the order in which they came. */
class FileAuditLog implements AuditLog {
  readonly #chain: ChainWriter;
  readonly #folder: string;
  readonly #log: Logger;
  readonly #most: number;
  #waiting: Waiting[] = [];
  /** Those of the batch that is being written. */
  #underWay = 0;
  #writing: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #fault: Error | null = null;

  constructor(chain: ChainWriter, folder: string, { log, mostWaiting = MOST_WAITING }: AuditLogOptions) {
    this.#chain = chain;
    this.#folder = folder;
    this.#log = log;
    this.#most = mostWaiting;
  }

  append(event: AuditEvent): Promise<number> {
    return new Promise((done, failed) => {
      this.#waiting.push({ event, at: now(), settle: { done, failed } });
      this.#write();
    });
  }

  note(event: AuditEvent): void {
    if (this.#waiting.length + this.#underWay >= this.#most)
      throw auditUnavailable(
        this.#folder,
        this.#fault ?? Object.assign(new Error(), { code: `${this.#most} entries wait` }),
      );
    this.#waiting.push({ event, at: now() });
    this.#writeIn(GATHER_MS);
  }

  async health(): Promise<void> {
    if (this.#fault !== null) throw this.#fault;
  }

  async close(): Promise<void> {
    this.#write();
    while (this.#writing !== null) await this.#writing;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const lost = this.#waiting.length;
    if (lost > 0)
      this.#log.error({ lost, err: this.#fault }, 'the audit log cannot be written: these entries are lost');
    await this.#chain.close();
  }

  #writeIn(ms: number): void {
    this.#timer ??= setTimeout(() => this.#write(), ms).unref();
  }

  #write(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#writing !== null || this.#waiting.length === 0) return;
    this.#writing = this.#drain().finally(() => {
      this.#writing = null;
      if (this.#waiting.length > 0) this.#goOn();
    });
  }

  #goOn(): void {
    if (this.#fault !== null) this.#writeIn(TRY_AGAIN_MS);
    else this.#write();
  }

  async #drain(): Promise<void> {
    const batch = this.#waiting.splice(0, BATCH);
    this.#underWay = batch.length;
    try {
      const numbers = await this.#chain.append(batch);
      if (this.#fault !== null) this.#log.info({ folder: this.#folder }, 'the audit log can be written again');
      this.#fault = null;
      for (const [i, { settle }] of batch.entries()) settle?.done(numbers[i]!);
    } catch (cause) {
      const fault = auditUnavailable(this.#folder, cause);
      if (this.#fault === null)
        this.#log.error({ err: fault, hint: fault.hint }, 'the audit log cannot be written: mutations are refused');
      this.#fault = fault;
      for (const { settle } of batch) settle?.failed(fault);
      this.#waiting.unshift(...batch.filter(({ settle }) => settle === undefined));
    } finally {
      this.#underWay = 0;
    }
  }
}

function now(): string {
  return new Date().toISOString();
}

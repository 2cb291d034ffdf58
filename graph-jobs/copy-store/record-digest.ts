import { createHash } from 'node:crypto';
import type { RecordSum } from '#domain/ports/transfer-store.js';
import { COMPARED_FIELDS } from '#domain/transfer/transfer-kinds.js';
import type { TransferKind, TransferRecords } from '#domain/transfer/transfer-records.js';

const HALF = 64;

/**
 * Count and digest of the records of a kind. The hashes of the records are added up, so that two stores which read them
 * in different orders agree, and a copy that was interrupted goes on with the sum that it had; a record that comes twice
 * or not at all changes it.
 */
export class RecordDigest<Kind extends TransferKind> {
  readonly #fields: readonly (keyof TransferRecords[Kind])[];
  #count: number;
  #high: bigint;
  #low: bigint;

  constructor(kind: Kind, from: RecordSum = { count: 0, digest: '0'.repeat(32) }) {
    this.#fields = COMPARED_FIELDS[kind];
    this.#count = from.count;
    this.#high = BigInt(`0x${from.digest.slice(0, 16)}`);
    this.#low = BigInt(`0x${from.digest.slice(16)}`);
  }

  add(records: readonly TransferRecords[Kind][]): void {
    for (const record of records) {
      const text = JSON.stringify(this.#fields.map((field) => record[field]));
      const hash = createHash('sha256').update(text).digest();
      this.#high = BigInt.asUintN(HALF, this.#high + hash.readBigUInt64BE(0));
      this.#low = BigInt.asUintN(HALF, this.#low + hash.readBigUInt64BE(8));
    }
    this.#count += records.length;
  }

  get sum(): RecordSum {
    return { count: this.#count, digest: `${hex(this.#high)}${hex(this.#low)}` };
  }
}

function hex(half: bigint): string {
  return half.toString(16).padStart(16, '0');
}

import { KIND_TITLES } from '#domain/transfer/transfer-kinds.js';
import type { ComparedKind } from '#graph-jobs/copy-store/copy-store.js';

const NUMBER = 14;
const DIGEST = 16;

/** Counts and digests of both stores, a line for each kind of record. */
export function printCopy(compared: readonly ComparedKind[]): void {
  const title = Math.max(...compared.map(({ kind }) => KIND_TITLES[kind].length));
  const head = ['source'.padStart(NUMBER), 'target'.padStart(NUMBER), '  ', 'digest'.padEnd(DIGEST + 2), 'equal'];
  console.log(`${''.padEnd(title)}${head.join('')}`);
  for (const { kind, source, target, equal } of compared) {
    const counts = [source, target].map(({ count }) => count.toLocaleString('en').padStart(NUMBER)).join('');
    const digest = equal ? source.digest.slice(0, DIGEST) : 'differs';
    console.log(`${KIND_TITLES[kind].padEnd(title)}${counts}  ${digest.padEnd(DIGEST + 2)}${equal ? 'yes' : 'NO'}`);
  }
}

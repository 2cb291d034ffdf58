import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledModule, packageFile } from '#platform/package-root.js';
import { type MeasuredProcess, measuredProcess } from '../coordination/measured-process.js';
import { pythonEnvironment } from '../coordination/python-environment.js';
import { manyClaims, writeClaims, writeManyTexts } from './many-texts.js';

/** The fastest BM25 of Python that PyPI has: rank_bm25 scores every document for every text. */
const PEER = 'bm25s==0.3.16';
const CLAIMS = 10_000;

/** Whole processes, file to file, one after the other. */
export async function compareSpeed(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-'));
  const at = (name: string) => join(folder, name);
  try {
    const claims = manyClaims(CLAIMS);
    writeClaims(at('claims.csv'), claims);
    await writeManyTexts(at('texts.csv'), count, claims);
    console.log(`${count} texts, ${CLAIMS} claims`);
    const own = measuredProcess(process.execPath, [
      compiledModule('cli/main.js'),
      ...['claims', 'match', '--top', '5', '--claims', at('claims.csv'), '--texts', at('texts.csv')],
      ...['--out', at('own.csv')],
    ]);
    print('jejaring claims match', own, count);
    const python = join(pythonEnvironment(PEER), 'bin', 'python');
    const script = packageFile('bench/claims-matching/bm25s-match.py');
    const peer = measuredProcess(python, [script, at('claims.csv'), at('texts.csv'), at('peer.csv')]);
    print(PEER, peer, count);
    const ratio = (of: 'seconds' | 'processorSeconds') => (peer[of] / own[of]).toFixed(2);
    console.log(`bm25s / ours: ${ratio('seconds')} in time, ${ratio('processorSeconds')} in processor time`);
    if (own.exitCode !== 0 || peer.exitCode !== 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(name: string, { seconds, processorSeconds, peakMiB, exitCode }: MeasuredProcess, count: number): void {
  const rate = Math.round(count / seconds).toLocaleString('en');
  console.log(
    `${name}: ${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of processor), ${rate} texts/s, ` +
      `peak memory ${peakMiB} MiB, exit code ${exitCode}`,
  );
}

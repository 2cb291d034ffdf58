import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledModule, packageFile } from '#platform/package-root.js';
import { type MeasuredProcess, measuredProcess } from '../coordination/measured-process.js';
import { pythonEnvironment } from '../coordination/python-environment.js';
import { manyClaims, writeClaims, writeManyTexts } from './many-texts.js';
import { printShow } from './show.js';

/** The fastest BM25 of Python that PyPI has: rank_bm25 scores every document for every text. */
const PEER = 'bm25s==0.3.16';
const CLAIMS = 10_000;
const THREADS = availableParallelism();
/** Memory that hangs on the texts would be ten times as much for ten times as many. */
const SAME_MEMORY = 1.5;

/** Whole processes, file to file, one after the other: a tenth of the texts, then all. */
export async function compareSpeed(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-'));
  const at = (name: string) => join(folder, name);
  try {
    const claims = manyClaims(CLAIMS);
    writeClaims(at('claims.csv'), claims);
    const tenth = Math.ceil(count / 10);
    await writeManyTexts(at('tenth.csv'), tenth, claims);
    await writeManyTexts(at('texts.csv'), count, claims);
    const alone = ours(folder, 'tenth.csv', tenth, 1);
    const few = ours(folder, 'tenth.csv', tenth, THREADS);
    const peerOfFew = peers(folder, 'tenth.csv', tenth);
    const many = ours(folder, 'texts.csv', count, THREADS);
    const peer = peers(folder, 'texts.csv', count);
    const [one, other] = [1, THREADS].map((threads) => readFileSync(at(`tenth.csv.own${threads}.csv`)));
    printShow(`the same bytes by 1 thread and by ${THREADS}`, one!.equals(other!), `${one!.length} bytes`);
    const grown = many.peakMiB / few.peakMiB;
    const memory = `${few.peakMiB} MiB at ${tenth}, ${many.peakMiB} at ${count}; ${PEER} ${peerOfFew.peakMiB} and ${peer.peakMiB}`;
    printShow('memory does not grow with the texts', grown < SAME_MEMORY, memory);
    const ratio = (a: MeasuredProcess, b: MeasuredProcess, of: 'seconds' | 'processorSeconds') =>
      (a[of] / b[of]).toFixed(2);
    const figures = `${PEER} / ours ${ratio(peer, many, 'seconds')} in time, ${ratio(peer, many, 'processorSeconds')} in processor time`;
    const oneThread = `of a tenth on 1 thread ${ratio(peerOfFew, alone, 'seconds')} and ${ratio(peerOfFew, alone, 'processorSeconds')}`;
    printShow('at least as fast as a plain BM25', peer.seconds >= many.seconds, `${figures}; ${oneThread}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ours(folder: string, texts: string, count: number, threads: number): MeasuredProcess {
  const at = (name: string) => join(folder, name);
  const own = measuredProcess(process.execPath, [
    compiledModule('cli/main.js'),
    ...['claims', 'match', '--top', '5', '--claims', at('claims.csv'), '--texts', at(texts)],
    ...['--threads', String(threads), '--out', at(`${texts}.own${threads}.csv`)],
  ]);
  return printed(`jejaring claims match, ${threads} threads`, own, count);
}

function peers(folder: string, texts: string, count: number): MeasuredProcess {
  const at = (name: string) => join(folder, name);
  const python = join(pythonEnvironment(PEER), 'bin', 'python');
  const script = packageFile('bench/claims-matching/bm25s-match.py');
  return printed(PEER, measuredProcess(python, [script, at('claims.csv'), at(texts), at('peer.csv')]), count);
}

function printed(name: string, measured: MeasuredProcess, count: number): MeasuredProcess {
  const { seconds, processorSeconds, peakMiB, exitCode } = measured;
  const rate = Math.round(count / seconds).toLocaleString('en');
  console.log(
    `${count} texts, ${CLAIMS} claims, ${name}: ${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of processor), ` +
      `${rate} texts/s, peak memory ${peakMiB} MiB, exit code ${exitCode}`,
  );
  if (exitCode !== 0) process.exitCode = 1;
  return measured;
}

// `jejaring spread` against an independent networkx script on CED, whole processes, one run.
//   node dist/bench/cascades/main.js
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFile } from '#platform/package-root.js';
import { type MeasuredProcess, measuredProcess, middleOfRuns } from '../coordination/measured-process.js';
import { pythonEnvironment } from '../coordination/python-environment.js';
import { writeCedMentions } from './ced-mentions.js';
import { cascadesOf, printFacts } from './known-facts.js';
import { differences, readShapes } from './shape-table.js';

const PEER = 'networkx==3.4.2';
const SCRIPT = packageFile('bench/cascades/networkx-cascades.py');
/** Pairs of mentions whose distances networkx searches, one by one. */
const CHECKED_PAIRS = 20_000_000;
const WANTED = 10;
/** Of ours, each of a second or two. */
const RUNS = 5;

const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-'));
try {
  await compare(folder);
} finally {
  rmSync(folder, { recursive: true });
}

async function compare(folder: string): Promise<void> {
  const input = join(folder, 'ced.csv');
  const { posts, reposts, withParent, undated, repeated } = await writeCedMentions(input, { firstRows: false });
  const n = (value: number) => value.toLocaleString('en');
  console.log(`CED: ${n(reposts)} reposts of ${n(posts.size)} posts; ${n(withParent)} name a parent (known: 489,372)`);
  console.log(`${undated} have no date: they get that of the post; ${repeated} repeat an id: the earliest row stays`);

  const ours = spread(input, join(folder, 'ours.csv'));
  print(`jejaring spread, middle of ${RUNS} runs`, ours);
  const python = join(pythonEnvironment(PEER), 'bin', 'python');
  const theirOut = join(folder, 'theirs.csv');
  const theirs = measuredProcess(python, [SCRIPT, input, theirOut]);
  if (theirs.exitCode !== 0) throw new Error(`networkx ended with ${theirs.exitCode}`);
  print(PEER, theirs);
  const ratio = theirs.seconds / ours.seconds;
  const processor = (theirs.processorSeconds / ours.processorSeconds).toFixed(1);
  console.log(`ratio: ${ratio.toFixed(1)} in time, ${processor} in processor time (wanted: ${WANTED} or more)`);

  const shapes = readShapes(join(folder, 'ours.csv'));
  const different = differences(shapes, readShapes(theirOut));
  const said = different.length === 0 ? 'all equal' : `DIFFERENT in ${different.slice(0, 5).join('; ')}`;
  console.log(`${n(shapes.size)} cascades, 7 measures each: ${said}`);
  const check = [SCRIPT, input, join(folder, 'ours.csv'), '--check', `${CHECKED_PAIRS}`];
  const checked = execFileSync(python, check, { encoding: 'utf8' }).trim();
  console.log(`virality of the ${checked} smallest: equal to a search over all pairs (networkx.wiener_index)\n`);

  const firstInput = join(folder, 'first.csv');
  await writeCedMentions(firstInput, { firstRows: true });
  spread(firstInput, join(folder, 'first-out.csv'));
  printFacts(cascadesOf(posts, shapes), cascadesOf(posts, readShapes(join(folder, 'first-out.csv'))));
  if (different.length > 0 || shapes.size !== posts.size) process.exitCode = 1;
}

function spread(input: string, out: string): MeasuredProcess {
  const outcome = middleOfRuns(RUNS, ['spread', input, '--out', out], out);
  if (outcome.exitCode !== 0) throw new Error(`jejaring ended with ${outcome.exitCode}`);
  return outcome;
}

function print(name: string, { seconds, processorSeconds, peakMiB }: MeasuredProcess): void {
  const processor = `${processorSeconds.toFixed(1)} s of processors`;
  console.log(`${name}: ${seconds.toFixed(1)} s, ${processor}, peak memory ${peakMiB} MiB`);
}

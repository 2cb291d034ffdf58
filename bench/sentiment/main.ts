// The sentiment model that ships against a scikit-learn pipeline trained on the same texts, one run.
//   node dist/bench/sentiment/main.js [TEXTS]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SENTIMENTS } from '#domain/sentiment.js';
import { SentimentJudge } from '#graph-jobs/sentiment/judge-text.js';
import { measure } from '#graph-jobs/sentiment/measures.js';
import { SentimentModel } from '#graph-jobs/sentiment/sentiment-model.js';
import { readLabelledTexts } from '#graph-jobs/sentiment/train/labelled-texts.js';
import { HELD_OUT, splitTexts } from '#graph-jobs/sentiment/train/split-texts.js';
import { compiledModule, packageFile } from '#platform/package-root.js';
import { measuredProcess } from '../coordination/measured-process.js';
import { pythonEnvironment } from '../coordination/python-environment.js';
import { simulatedMoods } from './simulated-moods.js';

const PEER = 'scikit-learn==1.7.2';
const count = Number(process.argv[2] ?? 20_000);

interface PeerResult {
  readonly accuracy: number;
  readonly macroF1: number;
  readonly trainingSeconds: number;
  readonly processorSeconds: number;
  readonly seconds: number;
}

const labelled = readLabelledTexts(packageFile('../shared/data/indonesia/smsa/train.tsv'));
const { training, heldOut } = splitTexts(labelled, HELD_OUT);
const texts = Array.from({ length: count }, (_, i) => labelled[i % labelled.length]!.text);
const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-'));
try {
  const many = table(
    'many.tsv',
    texts.map((text, i) => `${i}\t${text}`),
  );
  const model = SentimentModel.shipped();
  const ours = timed((text) => model.probabilities(text));
  const judge = new SentimentJudge();
  const withLanguage = timed((text) => judge.judge(text));
  const command = [compiledModule('cli/main.js'), 'sentiment', '--texts', many, '--out', join(folder, 'out.csv')];
  const whole = measuredProcess(process.execPath, command);
  if (whole.exitCode !== 0) throw new Error(`jejaring sentiment ended with ${whole.exitCode}`);
  const peer = peerResult(many);
  const own = measure(heldOut.map(({ text, label }) => ({ label, probabilities: model.probabilities(text) })));
  console.log(`${count} texts of SmSA; quality on ${heldOut.length} that neither has seen`);
  console.log(`jejaring      accuracy ${own.accuracy}, macro F1 ${own.macroF1}`);
  console.log(`scikit-learn  accuracy ${peer.accuracy.toFixed(4)}, macro F1 ${peer.macroF1.toFixed(4)}`);
  print('jejaring, sentiment', ours);
  print('jejaring, language and sentiment', withLanguage);
  print(`${PEER}, sentiment`, peer);
  print(`jejaring sentiment, whole process, ${whole.peakMiB} MiB`, whole);
  for (const line of simulatedMoods(judge)) console.log(line);
  console.log(`ratio in processor time: ${(peer.processorSeconds / ours.processorSeconds).toFixed(1)}`);
} finally {
  rmSync(folder, { recursive: true });
}

function peerResult(many: string): PeerResult {
  const lines = (of: typeof training) => of.map(({ text, label }) => `${SENTIMENTS[label]}\t${text}`);
  const files = [table('train.tsv', lines(training)), table('held-out.tsv', lines(heldOut)), many];
  const python = join(pythonEnvironment(PEER), 'bin', 'python');
  const printed = execFileSync(python, [packageFile('bench/sentiment/peer-sentiment.py'), ...files], {
    encoding: 'utf8',
  });
  return JSON.parse(printed) as PeerResult;
}

function table(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function timed(act: (text: string) => unknown) {
  const clock = performance.now();
  const before = process.cpuUsage();
  for (const text of texts) act(text);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - clock) / 1000, processorSeconds: (user + system) / 1e6 };
}

function print(name: string, { seconds, processorSeconds }: { seconds: number; processorSeconds: number }): void {
  const rate = Math.round(count / processorSeconds).toLocaleString('en');
  console.log(
    `${name}: ${rate} texts/s of processor (${processorSeconds.toFixed(2)} s, ${seconds.toFixed(2)} s by the clock)`,
  );
}

// The matcher of claims: what it finds beside plain BM25, how often it is right by score, and its speed beside bm25s.
//   node dist/bench/claims-matching/main.js [TEXTS] [--fit | --quality | --issue | --speed]
import { MEASURES } from '#graph-jobs/claims/match/resemblance.js';
import { comparedTexts } from './compared-texts.js';
import { fittedScore } from './fit.js';
import { printIssueTruth } from './issue-truth.js';
import { type BestCandidate, fullRanking, plainRanking, type Ranking } from './ranking.js';
import { printShow } from './show.js';
import { compareSpeed } from './speed.js';
import { rightTasks, type Task, unrelatedTasks } from './tasks.js';

const THRESHOLDS = [0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9];
const MILLION = 1_000_000;
const words = process.argv.slice(2);
const texts = Number(words.find((word) => /^\d+$/.test(word)) ?? MILLION);

if (words.includes('--fit')) printFit();
if (words.includes('--quality') || !words.some((word) => word.startsWith('--'))) printQuality();
if (words.includes('--issue')) await printIssueTruth();
if (words.includes('--speed') || !words.some((word) => word.startsWith('--'))) await compareSpeed(texts);

/** What graph-jobs/claims/match/match-score.ts has: fitted on the half that the tables do not tell of. */
function printFit(): void {
  const tasks = [...rightTasks(['words dropped', 'all of it']), ...unrelatedTasks()];
  const { weights, share } = fittedScore(tasks.flatMap(comparedTexts).filter(({ half }) => half === 0));
  MEASURES.forEach((measure, i) => {
    console.log(`${measure}: ${weights[i]!.toFixed(3)}`);
  });
  console.log(`share: ${Array.from(share, (value) => value.toFixed(3)).join(', ')}`);
}

function printQuality(): void {
  console.log(
    'The half that nothing was tuned on, among all 1,116 claims: R@1, R@5, MRR of plain BM25 | of the full matcher',
  );
  const best: BestCandidate[] = [];
  const ranked: RankedTask[] = [];
  for (const task of rightTasks()) {
    const plain = plainRanking(task);
    const full = fullRanking(task);
    best.push(...full.best);
    console.log(`${task.name.padEnd(52)} ${shown(plain)} | ${shown(full.ranking)}`);
    ranked.push({ name: task.name, plain, full: full.ranking });
  }
  const unrelated = unrelatedTasks().map((task) => ({ task, found: fullRanking(task).best }));
  best.push(...unrelated.flatMap(({ found }) => found));
  printThresholds(best, unrelated);
  printBetter(ranked);
}

interface RankedTask {
  readonly name: string;
  readonly plain: Ranking;
  readonly full: Ranking;
}

/** On each task by R@1 and by R@5: where the full matcher is not better, which one and by how much. */
function printBetter(ranked: readonly RankedTask[]): void {
  const worse = ranked.flatMap(({ name, plain, full }) => {
    const shares = [
      ['R@1', plain.first, full.first],
      ['R@5', plain.amongFive, full.amongFive],
    ] as const;
    const lost = shares.filter(([, one, other]) => other < one);
    const told = lost.map(([measure, one, other]) => `${measure} ${other.toFixed(3)} against ${one.toFixed(3)}`);
    return lost.length === 0 ? [] : [`${name} (${told.join(', ')})`];
  });
  const rest = worse.length === 0 ? '' : `; not on ${worse.join('; ')}`;
  const figures = `better or as good on ${ranked.length - worse.length} of ${ranked.length} tasks${rest}`;
  printShow('matching on turnbackhoax, the full matcher beside plain BM25', worse.length === 0, figures);
}

function printThresholds(
  best: readonly BestCandidate[],
  unrelated: readonly { task: Task; found: BestCandidate[] }[],
): void {
  const all = best.filter(({ isRight }) => isRight).length;
  console.log(
    `\nBest candidates of ${best.length} texts, of which ${unrelated.reduce((sum, { found }) => sum + found.length, 0)} tell no claim`,
  );
  for (const least of THRESHOLDS) {
    const shownOnes = best.filter(({ score }) => score >= least);
    const right = shownOnes.filter(({ isRight }) => isRight).length;
    const wrong = unrelated.map(({ found }) => found.filter(({ score }) => score >= least).length / found.length);
    console.log(
      `score >= ${least.toFixed(2)}: precision ${(right / shownOnes.length).toFixed(3)}, right ones kept ${(right / all).toFixed(3)}, ` +
        `unrelated texts with a candidate ${wrong.map((share) => share.toFixed(3)).join(' ')}`,
    );
  }
  console.log(`(unrelated: ${unrelated.map(({ task }) => task.name).join('; ')})\n`);
}

function shown({ first, amongFive, meanReciprocal }: Ranking): string {
  return [first, amongFive, meanReciprocal].map((share) => share.toFixed(3)).join(' ');
}

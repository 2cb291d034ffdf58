// The matcher of claims: what it finds beside plain BM25, how often it is right by score, and its speed beside bm25s.
//   node dist/bench/claims-matching/main.js [TEXTS] [--fit | --quality | --issue | --speed]
import { MEASURES } from '#graph-jobs/claims/match/resemblance.js';
import { comparedTexts } from './compared-texts.js';
import { fittedScore } from './fit.js';
import { printIssueTruth } from './issue-truth.js';
import { EDITS } from './paraphrases.js';
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

/** The headline beside its own body, and all paraphrases together; and on which single tasks the full matcher is not better. */
function printBetter(ranked: readonly RankedTask[]): void {
  const [own, ...others] = ranked;
  const paraphrases = others.filter(({ name }) => EDITS.some((edit) => name.startsWith(edit)));
  printMean('headline finds its body', [own!]);
  printMean(`${paraphrases.length} tasks of paraphrases together`, paraphrases);
  const worse = ranked.filter(({ plain, full }) => !isBetter(plain, full));
  const rest = worse.map(({ name }) => name).join('; ');
  console.log(
    `better or as good on ${ranked.length - worse.length} of ${ranked.length} tasks, not on: ${rest || 'none'}`,
  );
}

function isBetter(plain: Pick<Ranking, 'first' | 'amongFive'>, full: Pick<Ranking, 'first' | 'amongFive'>): boolean {
  return full.first >= plain.first && full.amongFive >= plain.amongFive;
}

/** Tasks have equally many texts. */
function printMean(what: string, tasks: readonly RankedTask[]): void {
  const mean = (share: (task: RankedTask) => number) =>
    tasks.reduce((sum, task) => sum + share(task), 0) / tasks.length;
  const plain = { first: mean((task) => task.plain.first), amongFive: mean((task) => task.plain.amongFive) };
  const full = { first: mean((task) => task.full.first), amongFive: mean((task) => task.full.amongFive) };
  const told = [plain, full].map(({ first, amongFive }) => `R@1 ${first.toFixed(3)}, R@5 ${amongFive.toFixed(3)}`);
  const figures = `plain BM25 ${told[0]}; full matcher ${told[1]}`;
  printShow(`matching on turnbackhoax, ${what}`, isBetter(plain, full) && full.first > plain.first, figures);
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

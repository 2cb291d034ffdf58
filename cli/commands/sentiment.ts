import type { Command } from 'commander';
import { type SentimentTally, weighTextFile } from '#graph-jobs/sentiment/weigh-text-file.js';
import { EXIT } from '../exit-codes.js';
import { mustHaveRows, nameRejects } from '../input/rejected-rows.js';
import { checkOutputs } from '../output/output-paths.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';

interface Options {
  readonly texts: string;
  readonly out: string;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ jejaring sentiment --texts posts.tsv --out sentiment.csv
  $ jejaring sentiment --texts posts.tsv.gz --out sentiment.csv --json

The first line of the file names the columns: text_id and text, in any order, beside any others. A file whose first line
names neither has two columns, the id and the text. Columns are parted by tabs; quotes are part of a text. Lines with too
few or too many columns, without an id, or not in UTF-8 are left out and named; a text may be empty.

Written is a row for each text: text_id,label,p_positive,p_neutral,p_negative,abstained. Label and probabilities are empty
where abstained is true: the language is not Indonesian, or the text too short or too mixed to say. How often the model
errs, and what it is not for: docs/methods/sentiment.md.

Exit codes: 0 all rows read; 3 some rows left out (the first ten are named); 1 the file cannot be used; 2 wrong options;
130 stopped, and nothing is written.
`;

export function registerSentiment(program: Command): void {
  program
    .command('sentiment')
    .description('Tell the sentiment of Indonesian texts of a file, with its probability. No store is needed')
    .requiredOption('--texts <file.tsv>', 'tab-separated texts in UTF-8, plain or gzip: text_id and text')
    .requiredOption(
      '--out <out.csv>',
      'write a row for each text: text_id,label,p_positive,p_neutral,p_negative,abstained',
    )
    .option('--json', 'print the counts as JSON')
    .addHelpText('after', EXAMPLES)
    .action(sentiment);
}

async function sentiment({ texts, out, json }: Options): Promise<void> {
  checkOutputs(texts, { '--out': out });
  const tally = await weigh(texts, out);
  mustHaveRows(texts, tally, 'see the columns in jejaring sentiment --help');
  if (json) console.log(JSON.stringify(countsOf(tally), null, 2));
  else printCounts(tally);
  nameRejects(tally);
  if (tally.rejected > 0) process.exitCode = EXIT.someRejected;
}

async function weigh(texts: string, out: string): Promise<SentimentTally> {
  const signal = stopOnSignal('stopping …');
  const bar = new ProgressBar();
  try {
    const onProgress = (done: number, total: number) => bar.update({ title: `reading ${texts}`, done, total });
    return await weighTextFile(texts, out, { onProgress, signal });
  } finally {
    bar.stop();
  }
}

function countsOf({ rows, rejected, labels, abstained }: SentimentTally) {
  return { texts: rows - rejected, rejected, ...labels, abstained };
}

function printCounts({ rows, rejected, labels, abstained }: SentimentTally): void {
  const without = Object.values(abstained).reduce((sum, count) => sum + count, 0);
  console.log(`${rows - rejected} texts: ${listed(labels)}, ${without} abstained`);
  if (without > 0) console.log(`abstained by language: ${listed(abstained)}`);
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

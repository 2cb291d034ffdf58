import { setImmediate } from 'node:timers/promises';
import type { Command } from 'commander';
import { CodedError } from '#domain/errors/coded-error.js';
import { type TableColumn, writeTable } from '#graph-jobs/csv-file/table-file.js';
import {
  cascadeOrder,
  cascadeTable,
  generationOrder,
  generationTable,
} from '#graph-jobs/map/cascade-file/cascade-table.js';
import type { FileMentions } from '#graph-jobs/map/cascade-file/file-mentions.js';
import { DEFAULT_MENTION_MAPPING, parseMentionFileMapping } from '#graph-jobs/map/cascade-file/mention-file-mapping.js';
import type { MentionFile } from '#graph-jobs/map/cascade-file/mention-file-reader.js';
import { readMentionFile } from '#graph-jobs/map/cascade-file/read-mention-file.js';
import { cascadeForest } from '#graph-jobs/map/cascades/cascade-forest.js';
import { type CascadeMeasures, cascadeMeasures } from '#graph-jobs/map/cascades/cascade-measures.js';
import { MOST_ALTERNATIVES } from '#graph-jobs/map/inferred-parents/likely-parents.js';
import { starCascades } from '#graph-jobs/map/inferred-parents/star-cascades.js';
import { count, seconds } from '../coordination/option-values.js';
import { EXIT } from '../exit-codes.js';
import { mappingText } from '../input/mapping-text.js';
import { mustHaveRows, nameRejects } from '../input/rejected-rows.js';
import { checkOutputs } from '../output/output-paths.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';
import { baselineColumns } from '../spread/baseline-columns.js';
import { inferredColumns, inferredParents, inferredParentTable } from '../spread/inferred-columns.js';
import { printSpreadSummary, spreadSummary } from '../spread/spread-summary.js';

interface Options {
  readonly out?: string;
  readonly generations?: string;
  readonly map?: string;
  readonly inferParents?: true;
  readonly parents?: string;
  readonly trees: number;
  readonly halfLife: number;
  readonly seed: number;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ jejaring spread posts.csv.gz --out cascades.csv
  $ jejaring spread tweets.csv --map mention=id,parent=retweet_of,account=user,time=created_at --out cascades.csv
  $ jejaring spread tweets.csv --map followers=followers --infer-parents --out cascades.csv --parents parents.csv
  $ jejaring spread posts.csv --map platform=source,region=kode_wilayah --out cascades.csv --generations generations.csv

With followers=COLUMN each measure stands beside its percentile among cascades of like size and root followers.
Fields that --map leaves out keep their column: mention_id, parent_id (empty: a root), account_id, published_at (Unix
seconds or ISO 8601). What each column of the results means: docs/methods/spread.md.

Exit codes: 0 all rows read; 3 some rows left out (the first ten are named); 1 the file cannot be used; 2 wrong options;
130 stopped.
`;

export function registerSpread(program: Command): void {
  program
    .command('spread')
    .description('Measure the cascades of a file: who descends from whom, how deep, broad and fast. No store is needed')
    .argument('<file>', 'CSV in UTF-8, plain or gzip; the first line names the columns and tells the delimiter')
    .option('--out <out.csv>', 'write a row for each cascade: root_id,size,unique_accounts,depth,max_breadth,…')
    .option(
      '--generations <out.csv>',
      'write a row for each depth of each cascade: root_id,depth,mentions,mean_offspring',
    )
    .option(
      '--map <mapping>',
      'columns of other names, and of more fields: mention|parent|account|time|followers|platform|region=COLUMN,…, or a JSON file',
    )
    .option(
      '--infer-parents',
      'of cascades in which all descend from the root: draw trees by followers and time, and write the range of each measure',
    )
    .option('--trees <n>', 'with --infer-parents: trees drawn of each cascade', count, 100)
    .option('--half-life <seconds>', 'with --infer-parents: a mention is half as likely a parent after', seconds, 1020)
    .option('--seed <n>', 'with --infer-parents: of the draws', count, 1)
    .option(
      '--parents <out.csv>',
      `with --infer-parents: write up to ${MOST_ALTERNATIVES} likely parents of each mention: mention_id,inferred_parent_id,probability`,
    )
    .option('--json', 'print the summary as JSON')
    .addHelpText('after', EXAMPLES)
    .action(spread);
}

async function spread(path: string, options: Options, command: Command): Promise<void> {
  const { out, generations, parents, map } = options;
  onlyWithInference(options, command);
  checkOutputs(path, { '--out': out, '--generations': generations, '--parents': parents });
  const mapping =
    map === undefined ? DEFAULT_MENTION_MAPPING : parseMentionFileMapping(mappingText(map, 'mention=COLUMN'));
  const signal = stopOnSignal('stopping …');
  const file = await read(path, mapping, signal);
  mustHaveRows(path, file, 'name other columns with --map');
  const { mentions } = file;
  const forest = cascadeForest(mentions);
  await heed(signal, path);
  const measures = cascadeMeasures(mentions, forest);
  await heed(signal, path);
  const stars = options.inferParents ? starCascades(measures.shapes) : null;
  const inferred = stars === null ? [] : await inferring(path, mentions, measures, stars, options, signal);
  const order = cascadeOrder(measures);
  if (out !== undefined) {
    const table = cascadeTable(mentions, forest, measures);
    writeTable(out, 'cascades', [...table, ...baselineColumns(mentions, measures, table), ...inferred], order);
  }
  if (generations !== undefined)
    writeTable(generations, 'generations', generationTable(mentions, measures), generationOrder(measures, order));
  if (parents !== undefined && stars !== null) {
    const likely = inferredParents(mentions, measures, stars, options.halfLife);
    writeTable(parents, 'inferred parents', inferredParentTable(mentions), likely);
  }
  const summary = spreadSummary(path, file, forest, measures);
  if (options.json) console.log(JSON.stringify(summary, null, 2));
  else printSpreadSummary(summary);
  if (stars !== null) sayInferred(stars.length, options);
  nameRejects(file);
  if (file.rejected > 0) process.exitCode = EXIT.someRejected;
}

function sayInferred(cascades: number, { trees, seed, halfLife }: Options): void {
  console.error(`parents inferred in ${cascades} cascades, ${trees} trees of each (seed ${seed})`);
  console.error(
    `the ranges hold under one model with a half-life of ${halfLife} s, which decides more than the draws:`,
  );
  console.error('try others, and see how it did on known trees in docs/methods/spread.md#inferred-parents');
}

function onlyWithInference({ inferParents }: Options, command: Command): void {
  if (inferParents) return;
  const given = ['parents', 'trees', 'halfLife', 'seed'].find((name) => command.getOptionValueSource(name) === 'cli');
  if (given === undefined) return;
  throw new CodedError('BAD_PARAMETERS', 'This is for inferred parents', {
    at: `--${given === 'halfLife' ? 'half-life' : given}`,
    hint: 'add --infer-parents',
  });
}

async function inferring(
  path: string,
  mentions: FileMentions,
  measures: CascadeMeasures,
  stars: Uint32Array,
  { trees, halfLife, seed }: Options,
  signal: AbortSignal,
): Promise<TableColumn[]> {
  const bar = new ProgressBar();
  try {
    return await inferredColumns(mentions, measures, stars, { trees, halfLifeSeconds: halfLife, seed }, (done) => {
      bar.update({ title: 'drawing trees', done, total: stars.length });
      return heed(signal, path);
    });
  } finally {
    bar.stop();
  }
}

async function read(path: string, mapping: typeof DEFAULT_MENTION_MAPPING, signal: AbortSignal): Promise<MentionFile> {
  const bar = new ProgressBar();
  try {
    const onProgress = (done: number, total: number) => bar.update({ title: `reading ${path}`, done, total });
    return await readMentionFile(path, mapping, { onProgress, signal });
  } finally {
    bar.stop();
  }
}

/** Lets a signal in between two long steps. */
async function heed(signal: AbortSignal, path: string): Promise<void> {
  await setImmediate();
  if (signal.aborted) throw new CodedError('STOPPED', 'Stopped; nothing was written', { at: path });
}

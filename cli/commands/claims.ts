import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_PAGE } from '#domain/paging.js';
import { CONFIRM_MIN_SCORE, DEFAULT_MIN_SCORE } from '#graph-jobs/claims/match/match-score.js';
import { type MatchTally, matchTexts } from '#graph-jobs/claims/match/match-texts.js';
import { type ClaimsFile, readClaims } from '#graph-jobs/claims/read/read-claims.js';
import { REPORT_ZONES } from '#graph-jobs/report/html/formats.js';
import { importClaimFiles } from '../claims/import-claim-files.js';
import { matchIssueClaims } from '../claims/match-issue-claims.js';
import { RejectedRows } from '../claims/rejected-claims.js';
import { showCluster } from '../claims/show-cluster.js';
import { count } from '../coordination/option-values.js';
import { EXIT } from '../exit-codes.js';
import { mappingText } from '../input/mapping-text.js';
import { mustHaveRows } from '../input/rejected-rows.js';
import { checkOutputs } from '../output/output-paths.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';

interface MatchOptions {
  readonly claims: string;
  readonly texts: string;
  readonly out: string;
  readonly top: number;
  readonly minScore: number;
  readonly threads: number;
  readonly map?: string;
  readonly json?: true;
}

const MAP = [
  '--map <mapping>',
  'columns of a table of claims by other names: claim_id=COLUMN,text=COLUMN,…, or a JSON file',
] as const;

const IMPORT_EXAMPLES = `
Examples:
  $ jejaring claims import factchecks.json answers-*.json
  $ jejaring claims import sheet.csv --map claim_id=No,text=Narasi,review_url=Tautan

The files are those of "claims match": which format one has is told by its content. The same claim again changes nothing; what
is new of it is added: wordings, appearances, the reviews of other fact-checkers. A claim to which a file gives no id is the
claim of the same words that is there, or that of the same review and like words.

What cannot be taken is named in FILE.claims-rejects.ndjson with line, field and reason (line 0: told of the whole claim).
Exit codes: 0 all taken; 3 some left out; 1 a file cannot be used; 2 wrong options; 130 stopped: import again.
`;

const ISSUE_EXAMPLES = `
Examples:
  $ jejaring claims match-issue banjir-jakarta
  $ jejaring claims match-issue banjir-jakarta --top 1 --min-score 0.5 --json

Each mention of the issue is compared with all claims of the registry, but for reposts of what is in the store: they only
repeat it. What is found are candidates, with score, method and the words in common; people say of each whether it tells the
claim, denies it or neither, in the API (decideClaimMatch). Matching again replaces the candidates; what people decided stays
as they saw it.

Exit codes: 0 matched; 1 failed; 2 wrong options; 130 stopped: what was found is kept, match again.
`;

const CLUSTER_EXAMPLES = `
Examples:
  $ jejaring claims cluster banjir-jakarta
  $ jejaring claims cluster banjir-jakarta https://cekfakta.example/pintu-air --zone wita

Without a claim: those that mentions of the issue match. With one: which mentions tell it and which deny it, as people
decided, and what nobody decided on; the correction race (lag, overlap, how many of those who carried it later met a denial),
who carried it first, the network inside and the co-timed groups of the newest run with members inside. What each figure
means, and what it is not: docs/methods/hoax-clusters.md.

Exit codes: 0 shown; 1 failed (no such issue or claim); 2 wrong options.
`;

const EXAMPLES = `
Examples:
  $ jejaring claims match --claims factchecks.json --texts posts.csv --out candidates.csv
  $ jejaring claims match --claims claims.csv --texts posts.tsv.gz --top 1 --min-score 0.5 --out candidates.csv
  $ jejaring claims match --claims sheet.csv --map claim_id=No,text=Narasi,review_url=Tautan --texts posts.csv --out candidates.csv

Claims: ClaimReview as JSON-LD (one, an array, a graph, a data feed, or one a line), answers of the Google Fact Check
Tools API, or a CSV with claim_id and text; which of them is told by the content, and why is said. Texts: CSV or TSV with
text_id and text; url and published_at may be there. Both plain or gzip.

A row of the result is a candidate: a claim that the text may tell, affirm or deny. Only a person can say which. What
scores mean, and how often they were right: docs/methods/claims.md.

What cannot be read is named in OUT.claims-rejects.ndjson and OUT.texts-rejects.ndjson with line, field and reason.
Exit codes: 0 all rows read; 3 some rows left out; 1 a file cannot be used; 2 wrong options; 130 stopped, without a result.
`;

export function registerClaims(program: Command): void {
  const claims = program.command('claims').description('claims that fact-checkers rated, and what may tell them');
  claims
    .command('match')
    .description('Find the claims that the texts of a file may tell. No store is needed')
    .requiredOption('--claims <file>', 'claims: ClaimReview, answers of the Fact Check Tools API, or a table')
    .requiredOption('--texts <file>', 'texts: CSV or TSV in UTF-8, plain or gzip')
    .requiredOption('--out <out.csv>', 'write the candidates: text_id,claim_id,rank,score,method')
    .option('--top <k>', 'candidates of a text at most', count, 5)
    .option('--min-score <score>', 'leave out what scores less, from 0 to 1', share, DEFAULT_MIN_SCORE)
    .option(...MAP)
    .addOption(
      new Option('--threads <n>', 'threads that match; a small file needs one alone')
        .argParser(count)
        .default(availableParallelism(), 'as many as there are processors'),
    )
    .option('--json', 'print the summary as JSON')
    .addHelpText('after', EXAMPLES)
    .action(match);
  registerRegistry(claims);
}

function registerRegistry(claims: Command): void {
  const data = ['--data <folder>', 'data folder (JEJARING_DATA)'] as const;
  claims
    .command('import')
    .description('take claims into the registry of the store')
    .argument('<files...>', 'files of claims, in this order')
    .option(...MAP)
    .option('--rejects <folder>', 'folder for the rejects files (default: beside each file, or in the data folder)')
    .option('--json', 'print the results as JSON')
    .option(...data)
    .addHelpText('after', IMPORT_EXAMPLES)
    .action(importClaimFiles);
  claims
    .command('match-issue')
    .description('find which claims of the registry the mentions of an issue may tell, and keep the candidates')
    .argument('<issue>', 'id of the issue')
    .option('--top <k>', 'candidates of a mention at most', count, 5)
    .option('--min-score <score>', 'leave out what scores less, from 0 to 1', share, CONFIRM_MIN_SCORE)
    .option('--json', 'print the summary as JSON')
    .option(...data)
    .addHelpText('after', ISSUE_EXAMPLES)
    .action(matchIssueClaims);
  registerCluster(claims, data);
}

function registerCluster(claims: Command, data: readonly [string, string]): void {
  claims
    .command('cluster')
    .description(
      'show the hoax cluster of a claim within an issue: who told it, who denied it, and the race of the two',
    )
    .argument('<issue>', 'id of the issue')
    .argument('[claim]', 'id of the claim; without it, the claims that the issue has matches of')
    .addOption(new Option('--zone <zone>', 'zone of the times shown').choices(REPORT_ZONES).default('wib'))
    .option('--first <n>', 'claims to list', count, DEFAULT_PAGE)
    .option('--after <cursor>', 'list claims after this one')
    .option('--json', 'print as JSON')
    .option(...data)
    .addHelpText('after', CLUSTER_EXAMPLES)
    .action(showCluster);
}

async function match(options: MatchOptions): Promise<void> {
  const { texts, out, top, minScore, threads } = options;
  checkOutputs(texts, { '--out': out });
  checkOutputs(options.claims, { '--out': out }, { replaces: false });
  const map = options.map === undefined ? null : mappingText(options.map, 'text=COLUMN');
  const signal = stopOnSignal('stopping …');
  const started = performance.now();
  const claims = await readClaims(options.claims, map);
  console.error(`${options.claims}: ${claims.claims.length} claims, read as ${claims.format}: ${claims.reason}`);
  const badClaims = new RejectedRows(`${out}.claims-rejects.ndjson`);
  for (const { line, field, fault, raw } of claims.faults) badClaims.add({ line, field, reason: fault }, raw);
  badClaims.close();
  const badTexts = new RejectedRows(`${out}.texts-rejects.ndjson`);
  const bar = new ProgressBar();
  try {
    const tally = await matchTexts(
      { claims: claims.claims, texts, out, top, minScore, threads },
      {
        signal,
        onProgress: (done, total) => bar.update({ title: `matching ${texts}`, done, total }),
        onReject: (row, raw) => badTexts.add(row, raw),
      },
    );
    bar.stop();
    mustHaveRows(texts, tally, 'name the columns text_id and text');
    report(options, claims, tally, (performance.now() - started) / 1000);
    for (const rejects of [badClaims, badTexts])
      if (rejects.length > 0) console.error(`${rejects.length} left out, named in ${rejects.path}`);
    if (badClaims.length + badTexts.length > 0) process.exitCode = EXIT.someRejected;
  } finally {
    bar.stop();
    badTexts.close();
  }
}

function report({ json, out }: MatchOptions, { claims, format }: ClaimsFile, tally: MatchTally, seconds: number): void {
  const { rows, rejected, matched, methods } = tally;
  const summary = { claims: claims.length, format, texts: rows - rejected, withCandidates: matched, bestBy: methods };
  if (json) {
    console.log(JSON.stringify(summary, null, 2));
    return;
  }
  const by = Object.entries(methods).map(([method, count]) => `${count} by ${method}`);
  console.log(`${summary.texts} texts, ${matched} with candidates (the best ${by.join(', ')}): ${out}`);
  console.error(`done in ${seconds.toFixed(1)} s`);
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('give a number from 0 to 1');
  return value;
}

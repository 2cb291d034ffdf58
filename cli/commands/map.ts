import { CodedError } from '#domain/errors/coded-error.js';
import type { Store } from '#domain/ports/store.js';
import { mapIssue } from '#graph-jobs/map-issue/map-issue.js';
import { readEnvironment } from '#platform/environment.js';
import { openStore } from '#store/open-store.js';
import { addParameterOptions, type ParameterOptions, parametersOf } from '../map/parameter-options.js';
import { printRun, runSummary } from '../map/print-run.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { showStages } from '../progress/stage-progress.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';
import type { RegisterCommand } from '../register-command.js';

interface MapOptions extends ParameterOptions {
  readonly json?: true;
  readonly data?: string;
}

const EXAMPLES = `
Examples:
  $ jejaring map banjir-jakarta
  $ jejaring map banjir-jakarta --behaviours CO_LINK,CO_HASHTAG --windows 10,60,3600
  $ jejaring map banjir-jakarta --mode compatible --window 10 --min-weight 3
  $ jejaring map banjir-jakarta --json > run.json

The same mentions, query and parameters give the same run id and the same results; running again replaces them.
Parameters and methods: docs/methods.md.

Exit codes: 0 mapped; 1 failed; 2 wrong options; 130 stopped (the run is left STOPPED and can be started again).
`;

export const registerMap: RegisterCommand = (program) => {
  const command = program
    .command('map')
    .description(
      'map how an issue spread: cascades, spread network, communities, co-timed groups, sentiment of its texts',
    )
    .argument('<issue>', 'id of the issue');
  addParameterOptions(command)
    .option('--json', 'print the run and what it found as JSON')
    .option('--data <folder>', 'data folder (JEJARING_DATA)')
    .addHelpText('after', EXAMPLES)
    .action(map);
};

async function map(issueId: string, options: MapOptions): Promise<void> {
  const parameters = parametersOf(options);
  const { dataFolder } = readEnvironment(process.env, options);
  const signal = stopOnSignal('stopping …');
  // Open from the start: what was mapped can be read even if the server goes away in between.
  const store = await openStore({ dataFolder, existing: true });
  const bar = new ProgressBar();
  try {
    const run = await mapIssue({ dataFolder, issueId, parameters, onProgress: showStages(bar), signal });
    bar.stop();
    await print(store, run.id, options.json === true);
  } finally {
    bar.stop();
    await store.close();
  }
}

/** Prints what the store holds, not what the thread said: that is what everybody else will read. */
async function print(store: Store, runId: string, json: boolean): Promise<void> {
  const [run] = await store.runs.get([runId]);
  const document = await store.runs.document(runId);
  if (!run || !document) throw new CodedError('NOT_FOUND', `run ${runId} is gone`, { at: 'run' });
  if (json) console.log(JSON.stringify(runSummary(run, document), null, 2));
  else printRun(run, document);
}

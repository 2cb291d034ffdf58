import type { Behaviour } from '#domain/action.js';
import type { ActionFile } from '#graph-jobs/detect/action-file/action-file.js';
import { canonicalActions } from '#graph-jobs/detect/action-file/canonical-actions.js';
import { writeCalibratedEdges, writeGroups } from '#graph-jobs/detect/action-file/write-groups.js';
import { calibratedGroups } from '#graph-jobs/detect/calibrated/calibrated-groups.js';
import { SHUFFLE_RULES } from '#graph-jobs/detect/calibrated/shuffled-actions.js';
import { copiesInThreads } from '#graph-jobs/detect/calibrated/threads/copies-in-threads.js';
import { calibratedNetworkInThreads } from '#graph-jobs/detect/calibrated/threads/sweep-in-threads.js';
import { explainGroups } from '#graph-jobs/explain-file/explain-groups.js';
import { writeExplanations } from '#graph-jobs/explain-file/write-explanations.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';
import { writeCalibratedEvidence } from './calibrated-evidence.js';
import type { CalibratedOptions } from './calibrated-options.js';
import { calibratedSummary, printCalibrated } from './calibrated-summary.js';
import { nameBounds } from './name-bounds.js';

const RESOLUTION = 1;

interface Options extends CalibratedOptions {
  readonly behaviour: Behaviour;
  readonly edges?: string;
  readonly evidence?: string;
  readonly json?: true;
}

/** Detects in a file against chance, writes what was asked for, and prints the summary. */
export async function detectCalibrated(path: string, options: Options, file: ActionFile): Promise<void> {
  const { fdr, windows: windowsSeconds, threads, seed } = options;
  const { actions, accounts, objects } = canonicalActions(file);
  const parameters = { fdr, windowsSeconds };
  const signal = stopOnSignal('stopping …');
  const bar = new ProgressBar();
  const showing = (title: string) => ({
    onProgress: (done: number, total: number) => bar.update({ title, done, total }),
    signal,
  });
  try {
    const network = await calibratedNetworkInThreads([actions], parameters, threads, showing('detect'));
    const found = calibratedGroups(network, RESOLUTION, seed);
    const request = { actions, parameters, seed, resolution: RESOLUTION };
    const copies = found.groups.length === 0 ? 0 : options.copies;
    const chance = await copiesInThreads({ ...request, rules: ['BLOCKS'], copies }, threads, showing('chance rate'));
    const largest = chance.get('BLOCKS')!.map(({ largestGroup }) => largestGroup);
    const named = { actions, accounts, objects, contents: file.contents };
    const explanations = await explainGroups(named, network, found, windowsSeconds, showing('explain'));
    const groups = found.groups.map((group, i) => ({
      ...group,
      id: `g${i + 1}`,
      explanations: explanations[i]!,
      chanceRate: copies === 0 ? null : largest.filter((size) => size >= group.members.length).length / copies,
    }));
    const validation =
      options.validate === undefined
        ? null
        : await copiesInThreads(
            { ...request, rules: SHUFFLE_RULES, copies: options.validate },
            threads,
            showing('validate'),
          );
    bar.stop();
    const id = (account: number) => accounts.at(account);
    if (options.edges !== undefined) writeCalibratedEdges(options.edges, network, found.rows, windowsSeconds, id);
    if (options.groups !== undefined) writeGroups(options.groups, groups, id);
    if (options.explanations !== undefined) writeExplanations(options.explanations, groups);
    const { contents } = file;
    const evidence =
      options.evidence === undefined || contents === null
        ? null
        : writeCalibratedEvidence(
            options.evidence,
            { actions, accounts, objects, contents },
            network,
            found.rows,
            windowsSeconds,
          );
    const summary = calibratedSummary(path, options, file, { actions, network, found, groups, copies, validation });
    if (options.json) console.log(JSON.stringify(summary, null, 2));
    else printCalibrated(summary);
    nameBounds({ crowdedObjects: network.crowdedObjects, evidence });
  } finally {
    bar.stop();
  }
}

import { canonicalActions } from '#graph-jobs/detect/action-file/canonical-actions.js';
import { readActionFile } from '#graph-jobs/detect/action-file/read-action-file.js';
import type { Refinements } from '#graph-jobs/detect/calibrated/prepared-layers.js';
import { SHUFFLE_RULES, type ShuffleRule } from '#graph-jobs/detect/calibrated/shuffled-actions.js';
import { copiesInThreads } from '#graph-jobs/detect/calibrated/threads/copies-in-threads.js';
import { packageFile } from '#platform/package-root.js';

export interface BenchData {
  readonly name: string;
  readonly file: string;
  readonly mapping: {
    readonly object: string;
    readonly account: string;
    readonly time: string;
    readonly content: string;
  };
  readonly copies: number;
  readonly rules: readonly ShuffleRule[];
}

export const RUSSIAN: BenchData = {
  name: 'russian',
  file: packageFile('../shared/data/coortweet/russian_coord_tweets.csv.gz'),
  mapping: { object: 'object_id', account: 'account_id', time: 'timestamp_share', content: 'content_id' },
  copies: 100,
  rules: SHUFFLE_RULES,
};

export const CED: BenchData = {
  name: 'ced',
  file: packageFile('../shared/data/ced/reposts.csv.gz'),
  mapping: { object: 'post_id', account: 'user_id', time: 'created_at_unix', content: 'repost_mid' },
  copies: 20,
  rules: ['HOURS', 'DAYS', 'EVERYWHERE'],
};

export interface CopiesOptions {
  readonly copies: number;
  readonly rules: readonly ShuffleRule[];
  readonly threads: number;
  readonly refinements?: Refinements;
}

/** Prints in how many shuffled copies any group is flagged, rule by rule; gives the rules with more than 1 in 100. */
export async function falseFlags(
  data: BenchData,
  families: readonly (readonly number[])[],
  { copies, rules, threads, refinements }: CopiesOptions,
): Promise<string[]> {
  const file = await readActionFile(data.file, data.mapping, 'CO_REPOST');
  const { actions } = canonicalActions(file);
  const above: string[] = [];
  for (const windowsSeconds of families) {
    const parameters = { windowsSeconds, fdr: 0.01, ...(refinements && { refinements }) };
    for (const rule of rules) {
      const started = performance.now();
      const request = { actions, parameters, rules: [rule], copies, seed: 1, resolution: 1 };
      const outcomes = (await copiesInThreads(request, threads)).get(rule)!;
      const flagged = outcomes.filter(({ groups }) => groups > 0).length;
      const pairs = outcomes.reduce((sum, outcome) => sum + outcome.pairs, 0);
      const largest = Math.max(...outcomes.map(({ largestGroup }) => largestGroup));
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      const name = `${data.name}, ${windowsSeconds.join('/')} s, ${rule}`;
      console.log(
        `${name}: ${flagged} of ${copies} copies with a group (${pairs} pairs, largest ${largest}), ${seconds} s`,
      );
      if (flagged > copies / 100) above.push(name);
    }
  }
  return above;
}

import { type IssueMatchTally, matchIssue } from '#graph-jobs/claims/registry/match-issue.js';
import { findIssue } from '../issue/find-issue.js';
import { type StoreOptions, withStore } from '../issue/with-store.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';

interface MatchIssueOptions extends StoreOptions {
  readonly top: number;
  readonly minScore: number;
}

export async function matchIssueClaims(issueId: string, options: MatchIssueOptions): Promise<void> {
  const { top, minScore, json } = options;
  const signal = stopOnSignal('stopping after the mentions at hand …');
  const started = performance.now();
  const tally = await withStore(options, async (store) => {
    await findIssue(store.issues, issueId);
    const bar = new ProgressBar();
    const onProgress = (done: number, total: number) => bar.update({ title: `matching ${issueId}`, done, total });
    try {
      return await matchIssue(store, { issueId, top, minScore }, { signal, onProgress });
    } finally {
      bar.stop();
    }
  });
  if (json) console.log(JSON.stringify(tally, null, 2));
  else print(issueId, tally);
  console.error(`done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function print(issueId: string, tally: IssueMatchTally): void {
  const { claims, mentions, repeated, matched, candidates, methods } = tally;
  const by = Object.entries(methods).map(([method, count]) => `${count} by ${method}`);
  const compared = `${mentions - repeated} of ${mentions} mentions compared with ${claims} claims`;
  console.log(`issue ${issueId}: ${compared}, the others only repeat them`);
  console.log(`${matched} have candidates, ${candidates} in all (the best ${by.join(', ')}): for people to decide`);
}

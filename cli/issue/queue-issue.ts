import { type ParameterOptions, parametersOf } from '../map/parameter-options.js';
import { findIssue } from './find-issue.js';
import { type StoreOptions, withStore } from './with-store.js';

export async function queueIssue(issueId: string, options: StoreOptions & ParameterOptions): Promise<void> {
  const parameters = parametersOf(options);
  const job = await withStore(options, async (store) => {
    await findIssue(store.issues, issueId);
    return store.jobs.request(issueId, parameters);
  });
  if (options.json) console.log(JSON.stringify(job, null, 2));
  else console.log(`job ${job.id} is ${job.state.toLowerCase()}; "jejaring worker" runs it`);
}

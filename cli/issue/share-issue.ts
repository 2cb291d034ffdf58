import { shareIssue as share } from '#domain/issue-sharing.js';
import { type StoreOptions, withStore } from './with-store.js';

interface ShareOptions extends StoreOptions {
  readonly with?: readonly string[];
  readonly notWith?: readonly string[];
}

/** The regions that go on seeing an issue, as they are after the change. */
export async function shareIssue(issueId: string, options: ShareOptions): Promise<void> {
  const { with: added = [], notWith = [] } = options;
  const issue = await withStore(options, (store) => share(store, issueId, { with: added, notWith }));
  if (options.json) console.log(JSON.stringify(issue, null, 2));
  else console.log(`issue ${issue.id} is shared with ${issue.sharedWith.join(', ') || 'nobody besides its owner'}`);
}

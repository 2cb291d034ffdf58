import { FollowIssueDocument, MentionsOfIssueDocument } from './generated/operations.js';
import { HubClient } from './hub-client.js';
import { HubError } from './hub-error.js';

const USAGE = 'node dist/examples/typescript-client/main.js http://127.0.0.1:4000/graphql banjir-jakarta [--follow]';

const [url, issue, follow] = process.argv.slice(2);
if (!url || !issue) throw new Error(`usage: JEJARING_KEY=jjr_… ${USAGE}`);
const hub = new HubClient({ url, key: process.env.JEJARING_KEY });
try {
  for await (const { publishedAt, account, text } of hub.itemsOf(
    MentionsOfIssueDocument,
    { issue, first: 100 },
    ({ mentions }) => mentions,
  ))
    console.log(`${publishedAt} ${account.label}: ${text}`);
  if (follow === '--follow')
    for await (const { issueUpdated } of hub.follow(FollowIssueDocument, { issue }))
      console.log(`${issueUpdated.kind}: ${issueUpdated.issue.mentionCount} mentions`);
} catch (error) {
  if (!(error instanceof HubError)) throw error;
  console.error([`${error.code}: ${error.message}`, error.hint].filter(Boolean).join('\n'));
  process.exitCode = 1;
}

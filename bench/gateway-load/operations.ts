/** One thing that clients ask for, again and again. */
export interface Operation {
  readonly name: string;
  readonly query: string;
  /** What is null while the subgraph `accounts` is down, by its place in the answer without the indices of lists; nothing else may be. */
  readonly lost: readonly string[];
}

/** The subgraph that is killed: the others name accounts and cannot tell what they are called. */
export const KILLED = 'accounts';

/** What the pages of an analyst ask for (docs/api.md): over all subgraphs, over some, and without the one that is killed. */
export function queriesOn(issue: string, account: string): Operation[] {
  return [
    {
      name: 'newest mentions',
      query:
        '{ mentions(first: 10) { nodes { id publishedAt text account { label agency { shortName region { code name } } } } } }',
      lost: ['mentions.nodes.account'],
    },
    {
      name: 'spread of an issue',
      query: `{ issue(id: "${issue}") { title mentionCount timeline(bucket: WEEK, zone: WIB) { start total } spread { network { accounts edges communities } mostAmplified { value account { label } } } coTimedGroups(first: 1) { nodes { size members(first: 5) { nodes { id label } } evidence(first: 2) { nodes { fromMention { kind text } secondsApart } } } } } }`,
      lost: ['issue.spread.mostAmplified.account', 'issue.coTimedGroups.nodes.members.nodes'],
    },
    {
      name: 'around an account',
      query: `{ account(id: "${account}") { label neighbourhood(issue: "${issue}", depth: 2, most: 10) { shown total accounts { nodes { distance account { label } } } } } }`,
      lost: ['account'],
    },
    {
      name: 'mentions by region',
      query: `{ mentions(first: 20, filter: { issue: "${issue}" }) { totalCount nodes { publishedAt text region { name } } } }`,
      lost: [],
    },
    { name: 'agencies', query: '{ agencies(first: 50) { nodes { name region { name } } } }', lost: [] },
  ];
}

/** An account of the issue that others amplified: the last two queries of an analyst who looks around it. */
export const MOST_AMPLIFIED = (issue: string) =>
  `{ issue(id: "${issue}") { spread { mostAmplified { account { id } } } } }`;

/** Of a text that nobody sent before and nobody sends again, as those of clients that write their values into the query. */
export function unseenQuery(number: number): string {
  return `{ mentions(first: ${1 + (number % 20)}) { nodes { id at${number}: publishedAt account { id label${number}: label } } } }`;
}

/** A run that is asked for, each time with another window; no worker does it. */
export function mutationOn(issue: string, number: number): string {
  return `mutation { requestRun(issue: "${issue}", parameters: { windowsSeconds: [${1 + (number % 3000)}] }) { id state } }`;
}

export function subscriptionOn(issue: string): string {
  return `subscription { issueUpdated(issue: "${issue}") { kind issue { title spread { mostAmplified { account { label } } } } job { state } } }`;
}

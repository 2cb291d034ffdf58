import type { EmergingIssue, EmergingObject } from '#domain/emerging-issue.js';
import type { TableColumn } from '#graph-jobs/csv-file/table-file.js';

interface Row {
  readonly number: number;
  readonly issue: EmergingIssue;
  readonly object: EmergingObject;
}

/** A row for each object of each candidate, numbered as in the list. */
export function emergingRows(issues: readonly EmergingIssue[]): Row[] {
  return issues.flatMap((issue, i) => issue.objects.map((object) => ({ number: i + 1, issue, object })));
}

export function emergingColumns(): TableColumn<Row>[] {
  const time = (at: number) => new Date(at).toISOString();
  const column = (name: string, at: TableColumn<Row>['at']) => ({ name, at });
  const explained = (kind: string) => (row: Row) =>
    row.issue.explanations.find((explanation) => explanation.kind === kind)?.share ?? null;
  return [
    column('candidate', ({ number }) => number),
    column('kind', ({ object }) => object.kind),
    column('object', ({ object }) => object.name),
    column('from', ({ object }) => time(object.from)),
    column('to', ({ object }) => time(object.to)),
    column('accounts', ({ object }) => object.accounts),
    column('expected', ({ object }) => object.expected),
    column('p', ({ object }) => object.p),
    column('q', ({ object }) => object.q),
    column('as_large_before', ({ object }) => object.earlier.asLarge),
    column('days_before', ({ object }) => object.earlier.days),
    column('offered_at', ({ issue }) => time(issue.offeredAt)),
    column('candidate_accounts', ({ issue }) => issue.accounts),
    column('candidate_mentions', ({ issue }) => issue.mentions),
    column('news_mentions', ({ issue }) => issue.newsMentions),
    column('platforms', ({ issue }) => issue.platforms.map((p) => `${p.platform}=${p.accounts}`).join(' ')),
    column('first_account', ({ issue }) => issue.firstAccounts[0]?.account ?? null),
    column('first_mention', ({ issue }) => issue.firstAccounts[0]?.mention ?? null),
    column('busiest_account_share', explained('ONE_HYPERACTIVE_ACCOUNT')),
    column('declared_share', explained('DECLARED_GOVERNMENT_AMPLIFICATION')),
  ];
}

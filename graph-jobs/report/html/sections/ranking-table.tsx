import type { RankedAccount } from '#domain/run-document.js';
import { AccountName, Table } from '../parts.js';
import type { ReportView } from '../report-view.js';

const MOST_ROWS = 15;

/** Accounts in the order of one figure. */
export function RankingTable<Row extends RankedAccount>(props: {
  view: ReportView;
  caption: string;
  head: string;
  value: (value: number, row: Row) => string;
  rows: readonly Row[];
}) {
  const { view, caption, head, value } = props;
  const { rankings, accounts } = view.texts;
  return (
    <Table
      caption={caption}
      rows={props.rows.slice(0, MOST_ROWS)}
      columns={[
        { head: rankings.rank, numeric: true, cell: (_, index) => view.formats.number(index + 1) },
        { head: accounts.account, cell: ({ accountId }) => <AccountName view={view} id={accountId} /> },
        { head, numeric: true, cell: (row) => value(row.value, row) },
      ]}
    />
  );
}

import type { RankedAccount } from '#domain/run-document.js';
import { AccountName, Section, Table } from '../parts.js';
import type { ReportView, SectionProps } from '../report-view.js';

const MOST_ROWS = 15;
const MOST_FIRST_MOVERS = 10;

/** Who was amplified most, who published most, who came first: three lists, since they are three things. */
export function RankingsSection({ view }: SectionProps) {
  const { document, texts, formats } = view;
  const { rankings } = texts;
  const count = (value: number) => formats.number(value);
  return (
    <Section id="accounts" title={rankings.heading}>
      <p>{rankings.lead}</p>
      <div class="pair">
        <Ranking
          view={view}
          caption={rankings.mostAmplified}
          head={rankings.timesAmplified}
          value={count}
          rows={document.mostAmplified}
        />
        <Ranking
          view={view}
          caption={rankings.mostActive}
          head={rankings.mentions}
          value={count}
          rows={document.mostActive}
        />
      </div>
      <div class="narrow">
        <Ranking
          view={view}
          caption={rankings.firstMovers}
          head={rankings.firstMention}
          value={formats.moment}
          rows={document.firstMovers.slice(0, MOST_FIRST_MOVERS)}
        />
      </div>
    </Section>
  );
}

function Ranking(props: {
  view: ReportView;
  caption: string;
  head: string;
  value: (value: number) => string;
  rows: readonly RankedAccount[];
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
        { head, numeric: true, cell: (row) => value(row.value) },
      ]}
    />
  );
}

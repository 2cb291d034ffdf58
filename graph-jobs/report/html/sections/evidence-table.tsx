import type { EvidenceRow } from '#domain/finding.js';
import type { DocumentedGroup } from '#domain/run-document.js';
import { outsideText, shownLink } from '../outside-text.js';
import { AccountName, type Column, Table } from '../parts.js';
import type { ReportView } from '../report-view.js';

const MOST_ROWS = 12;

/** The first rows of evidence. Posts are not identified: an id would lead to the person behind a pseudonym. */
export function EvidenceTable({ view, group }: { view: ReportView; group: DocumentedGroup }) {
  const { texts, formats } = view;
  const rows = group.evidence.slice(0, MOST_ROWS);
  const count = texts.groups.evidenceRows(formats.number(rows.length), formats.number(group.evidenceCount));
  return (
    <>
      <Table
        class="evidence"
        caption={`${texts.groups.evidence}: ${count} (${formats.zoneName})`}
        columns={columnsOf(view)}
        rows={rows}
      />
      <p class="note">{texts.groups.evidenceLookup(group.id)}</p>
    </>
  );
}

function columnsOf(view: ReportView): readonly Column<EvidenceRow>[] {
  const { texts, formats } = view;
  const { groups } = texts;
  return [
    { head: groups.row, numeric: true, cell: (_, index) => formats.number(index + 1) },
    { head: groups.from, cell: ({ from }) => <AccountName view={view} id={from} /> },
    { head: groups.firstTime, cell: ({ fromTime }) => formats.second(fromTime) },
    { head: groups.to, cell: ({ to }) => <AccountName view={view} id={to} /> },
    { head: groups.secondTime, cell: ({ toTime }) => formats.second(toTime) },
    {
      head: groups.apart,
      numeric: true,
      cell: ({ fromTime, toTime }) => texts.seconds(formats.number(Math.abs(toTime - fromTime) / 1000, 1)),
    },
    { head: groups.object, cell: (row) => <bdi class="object">{objectOf(row, view)}</bdi> },
  ];
}

function objectOf({ behaviour, object }: EvidenceRow, { texts }: ReportView): string {
  if (behaviour === 'CO_LINK') return shownLink(object, texts.withheld);
  if (behaviour === 'CO_HASHTAG') return outsideText(`#${object}`, 60);
  return behaviour === 'CO_REPOST' ? texts.groups.repostedPost : texts.groups.answeredPost;
}

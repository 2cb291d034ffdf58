import { evidenceKeptOf } from '#domain/finding.js';
import type { DocumentedEvidence, DocumentedGroup } from '#domain/run-document.js';
import { outsideText, shownLink } from '../outside-text.js';
import { AccountName, type Column, Table } from '../parts.js';
import type { ReportView } from '../report-view.js';
import { measuredSpan, measuredTime } from '../spans.js';

const MOST_ROWS = 12;

/** Some rows of evidence, of many pairs. Posts are not identified: an id would lead to the person behind a pseudonym. */
export function EvidenceTable({ view, group }: { view: ReportView; group: DocumentedGroup }) {
  const { texts, formats } = view;
  const rows = group.evidence.slice(0, MOST_ROWS);
  const kept = evidenceKeptOf(group);
  const count = texts.groups.evidenceRows(formats.number(rows.length), formats.number(group.evidenceCount));
  const shown = rows.length < group.evidenceCount ? `${count}, ${texts.groups.evidenceSpread}` : count;
  return (
    <>
      <Table
        class="evidence"
        caption={`${texts.groups.evidence}: ${shown} (${formats.zoneName})`}
        columns={columnsOf(view)}
        rows={rows}
      />
      <p class="note">
        {texts.groups.evidenceLookup(group.id)}
        {kept < group.evidenceCount &&
          ` ${texts.groups.evidenceKept(formats.number(kept), formats.number(group.evidenceCount))}`}
      </p>
    </>
  );
}

function columnsOf(view: ReportView): readonly Column<DocumentedEvidence>[] {
  const { texts, formats } = view;
  const { groups } = texts;
  return [
    { head: groups.row, numeric: true, cell: ({ row }) => formats.number(row) },
    { head: groups.from, cell: ({ from }) => <AccountName view={view} id={from} /> },
    { head: groups.firstTime, cell: ({ fromTime }) => measuredTime(fromTime, view) },
    { head: groups.to, cell: ({ to }) => <AccountName view={view} id={to} /> },
    { head: groups.secondTime, cell: ({ toTime }) => measuredTime(toTime, view) },
    {
      head: groups.apart,
      numeric: true,
      cell: ({ fromTime, toTime }) => measuredSpan(Math.abs(toTime - fromTime), view),
    },
    { head: groups.object, cell: (row) => <bdi class="object">{objectOf(row, view)}</bdi> },
  ];
}

function objectOf({ behaviour, object }: DocumentedEvidence, { texts }: ReportView): string {
  switch (behaviour) {
    case 'CO_LINK':
      return shownLink(object, texts.withheld);
    case 'CO_HASHTAG':
    case 'CO_HASHTAG_SET':
    case 'CO_HASHTAG_SEQUENCE':
      return outsideText(object.replaceAll(/^|(?<= )/g, '#'), 60);
    case 'CO_MEDIA':
      return texts.groups.sameMedia;
    case 'CO_TEXT':
      return texts.groups.sameText;
    case 'CO_REPOST':
      return texts.groups.repostedPost;
    case 'CO_REPLY':
      return texts.groups.answeredPost;
  }
}

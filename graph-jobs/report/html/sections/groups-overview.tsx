import { copiesAsLarge } from '#domain/finding.js';
import type { DocumentedGroup } from '#domain/run-document.js';
import { groupsInReadingOrder, standingOf } from '../group-standing.js';
import { type Column, Table } from '../parts.js';
import type { ReportView } from '../report-view.js';

const MOST_ROWS = 15;

/** All groups in one table, those that stand out first and largest first among these, with what chance and the ordinary say of each. */
export function GroupsOverview({ view, detailed }: { view: ReportView; detailed: number }) {
  const { document, texts, formats } = view;
  const rows = groupsInReadingOrder(document.groups).slice(0, MOST_ROWS);
  const all = formats.number(document.groups.length);
  return (
    <>
      <Table
        caption={`${texts.groups.overview}: ${texts.nOfN(formats.number(rows.length), all)}`}
        columns={columnsOf(view)}
        rows={rows}
      />
      {rows.length < document.groups.length && <p class="note">{texts.groups.moreGroups(document.runId)}</p>}
      {document.groups.length > detailed && <p>{texts.groups.detailed(formats.number(detailed), all)}</p>}
    </>
  );
}

function columnsOf({ texts, formats }: ReportView): readonly Column<DocumentedGroup>[] {
  const { groups } = texts;
  return [
    { head: groups.finding, cell: ({ id }) => <code class="nowrap">{id}</code> },
    { head: groups.members, numeric: true, cell: ({ members }) => formats.number(members.length) },
    { head: groups.pairs, numeric: true, cell: ({ evidenceCount }) => formats.number(evidenceCount) },
    { head: groups.standing, cell: (group) => groups.standings[standingOf(group)] },
    {
      head: groups.copiesAsLarge,
      numeric: true,
      cell: ({ chance }) => {
        const asLarge = copiesAsLarge(chance);
        return asLarge === null ? texts.unknown : texts.nOfN(formats.number(asLarge), formats.number(chance.copies));
      },
    },
    {
      head: groups.leadingExplanation,
      cell: ({ explanations }) => {
        const [leading] = [...explanations].sort((a, b) => b.share - a.share);
        return leading === undefined || leading.share === 0
          ? texts.none
          : `${texts.explanations[leading.kind].name} (${formats.percent(leading.share)})`;
      },
    },
  ];
}

import type { Behaviour } from '#domain/action.js';
import { type CoTimedEdge, type EdgeTest, edgeCountOf } from '#domain/finding.js';
import type { DocumentedGroup } from '#domain/run-document.js';
import { storedParameters } from '#domain/run-parameters.js';
import { strongestEdges, strongestTest } from '#domain/strongest-edges.js';
import { AccountName, type Column, Table } from '../parts.js';
import type { ReportView } from '../report-view.js';
import { spanName } from '../spans.js';

const MOST_ROWS = 8;
/** Below this, figures only say "next to none". */
const LEAST_EXPECTED = 0.001;
const LEAST_RATE = 1e-300;

/** The edges of a group that chance explains least, with what both tests say, or why they say nothing. */
export function StrongestEdges({ view, group }: { view: ReportView; group: DocumentedGroup }) {
  const { texts, formats, document } = view;
  const { strongest } = texts;
  const edges = strongestEdges(group.edges, MOST_ROWS);
  if (edges.length === 0) return null;
  const tested = strongestTest(edges[0]!) !== null;
  const { mode } = storedParameters(document.parameters);
  const note = tested ? strongest.tested : mode === 'COMPATIBLE' ? strongest.untested : strongest.notKept;
  const count = texts.nOfN(formats.number(edges.length), formats.number(edgeCountOf(group)));
  return (
    <>
      <Table
        class="evidence"
        caption={`${strongest.heading}: ${count}`}
        columns={[...pairColumns(view), ...(tested ? testColumns(view) : weightColumns(view))]}
        rows={edges}
      />
      <p class="note">{note}</p>
    </>
  );
}

function pairColumns(view: ReportView): readonly Column<CoTimedEdge>[] {
  const { groups, strongest, behaviours } = view.texts;
  return [
    { head: groups.from, cell: ({ from }) => <AccountName view={view} id={from} /> },
    { head: groups.to, cell: ({ to }) => <AccountName view={view} id={to} /> },
    { head: strongest.by, cell: ({ behaviour }: { behaviour: Behaviour }) => behaviours[behaviour] },
  ];
}

function testColumns(view: ReportView): readonly Column<CoTimedEdge>[] {
  const { texts, formats } = view;
  const { strongest } = texts;
  const figure = (head: string, of: (test: EdgeTest) => string): Column<CoTimedEdge> => {
    return { head, numeric: true, cell: (edge) => of(strongestTest(edge)!) };
  };
  return [
    figure(strongest.window, ({ windowSeconds }) => spanName(windowSeconds * 1000, view)),
    figure(strongest.occasions, ({ occasions }) => formats.number(occasions)),
    figure(strongest.expected, ({ expected }) =>
      atLeast(expected, LEAST_EXPECTED, (value) => formats.number(value, 3)),
    ),
    figure(strongest.qWho, ({ qWho }) => atLeast(qWho, LEAST_RATE, formats.rate)),
    figure(strongest.qWhen, ({ qWhen }) => atLeast(qWhen, LEAST_RATE, formats.rate)),
  ];
}

function weightColumns({ texts: { strongest }, formats }: ReportView): readonly Column<CoTimedEdge>[] {
  return [
    { head: strongest.pairs, numeric: true, cell: ({ weight }) => formats.number(weight) },
    { head: strongest.objects, numeric: true, cell: ({ objects }) => formats.number(objects) },
  ];
}

function atLeast(value: number, least: number, written: (value: number) => string): string {
  return value < least ? `< ${written(least)}` : written(value);
}

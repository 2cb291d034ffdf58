import type { WindowOutcome } from '#domain/detection.js';
import { computedWindows } from '#domain/run-document.js';
import { WINDOW_COLOURS, windowChart } from '../charts/window-chart.js';
import { Chart, type Column, Table } from '../parts.js';
import type { SectionProps } from '../report-view.js';
import { spanName, windowsOf } from '../spans.js';

/** How the result moves with the window, as a chart and a table; nothing for runs that did not compute it. */
export function WindowHelp({ view }: SectionProps) {
  const { texts, formats, document } = view;
  const { windows } = texts;
  const outcomes = computedWindows(document);
  if (outcomes === null) return null;
  const asked = windowsOf(view);
  const span = ({ windowSeconds }: WindowOutcome) => spanName(windowSeconds * 1000, view);
  const figure = (head: string, of: (outcome: WindowOutcome) => number): Column<WindowOutcome> => {
    return { head, numeric: true, cell: (outcome) => formats.number(of(outcome)) };
  };
  const columns: readonly Column<WindowOutcome>[] = [
    {
      head: windows.window,
      cell: (outcome) => `${span(outcome)}${asked.includes(outcome.windowSeconds) ? ` (${windows.asked})` : ''}`,
    },
    figure(windows.pairsTried, ({ pairsTried }) => pairsTried),
    figure(windows.pairsBeyondWho, ({ pairsBeyondWho }) => pairsBeyondWho),
    figure(windows.pairsKept, ({ pairsKept }) => pairsKept),
    figure(windows.groups, ({ groups }) => groups),
    figure(windows.accounts, ({ accounts }) => accounts),
  ];
  return (
    <>
      <h3>{windows.heading}</h3>
      <p>{windows.lead}</p>
      <Chart svg={windowChart(outcomes, view)} alt={windows.alt(formats.list(outcomes.map(span)))} />
      <ul class="key" aria-hidden="true">
        {[windows.pairsBeyondWho, windows.pairsKept, windows.accounts].map((name, i) => (
          <li key={name}>
            <span class="swatch" style={{ background: WINDOW_COLOURS[i] }} /> {name}
          </li>
        ))}
      </ul>
      <Table caption={windows.table} columns={columns} rows={outcomes} />
    </>
  );
}

import type { GrowthWindow } from '#domain/run-document.js';
import { type Column, Table } from '../parts.js';
import type { SectionProps } from '../report-view.js';
import { spanName } from '../spans.js';

const HOUR_MS = 3_600_000;

/** The latest window of each length beside all earlier ones; nothing for runs from before growth was measured. */
export function GrowthTable({ view }: SectionProps) {
  const { document, texts, formats } = view;
  const { growth = [] } = document;
  if (growth.length === 0) return null;
  const words = texts.spread.growth;
  const told = (value: number | null) => (value === null ? '–' : formats.number(value));
  const columns: Column<GrowthWindow>[] = [
    { head: words.window, cell: ({ hours }) => spanName(hours * HOUR_MS, view) },
    { head: words.latest, numeric: true, cell: ({ latest }) => formats.number(latest) },
    { head: words.median, numeric: true, cell: ({ past }) => told(past.median) },
    { head: words.most, numeric: true, cell: ({ past }) => told(past.most) },
    {
      head: words.percentile,
      numeric: true,
      cell: ({ past }) => (past.percentile === null ? words.tooFew : formats.number(past.percentile, 1)),
    },
    { head: words.windows, numeric: true, cell: ({ past }) => formats.number(past.windows) },
    { head: words.first, numeric: true, cell: ({ first }) => formats.number(first) },
  ];
  return (
    <>
      <h3>{words.heading}</h3>
      <p>{words.lead}</p>
      <Table caption={words.heading} rows={growth} columns={columns} />
    </>
  );
}

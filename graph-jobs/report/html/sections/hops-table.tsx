import type { HopTable, IssueHops } from '#domain/run-document.js';
import { outsideText } from '../outside-text.js';
import { Table } from '../parts.js';
import { platformName } from '../platform-name.js';
import type { ReportView, SectionProps } from '../report-view.js';

const MOST_WAYS = 4;
const KINDS = ['platforms', 'provinces', 'streams'] as const;
type Kind = (typeof KINDS)[number];

/** How the issue moved between platforms, provinces, and news and social; nothing for runs from before it was counted. */
export function HopsTable({ view }: SectionProps) {
  const { document, texts, formats } = view;
  if (document.hops === undefined) return null;
  const { hops } = texts.spread;
  const rows = KINDS.map((kind) => ({ kind, table: document.hops![kind] }));
  return (
    <>
      <h3>{hops.heading}</h3>
      <p>{hops.lead}</p>
      <Table
        caption={hops.heading}
        rows={rows}
        columns={[
          { head: hops.between, cell: ({ kind }) => hops.kinds[kind] },
          { head: hops.hops, numeric: true, cell: ({ table }) => formats.number(table.hops) },
          {
            head: hops.known,
            numeric: true,
            cell: ({ table }) => texts.nOfN(formats.number(table.known), formats.number(table.steps)),
          },
          { head: hops.commonest, cell: ({ kind, table }) => <Ways view={view} kind={kind} table={table} /> },
        ]}
      />
    </>
  );
}

function Ways({ view, kind, table }: { view: ReportView; kind: Kind; table: HopTable }) {
  const { formats, texts } = view;
  const shown = table.commonest.slice(0, MOST_WAYS);
  return (
    <ul class="stack">
      {shown.map(({ from, to, times }) => (
        <li key={`${from} ${to}`}>
          {placeName(view, kind, from)} → {placeName(view, kind, to)}{' '}
          <span class="quiet">{formats.number(times)}×</span>
        </li>
      ))}
      {shown.length < table.ways && (
        <li class="quiet">{texts.nOfN(formats.number(shown.length), formats.number(table.ways))}</li>
      )}
    </ul>
  );
}

function placeName({ input, texts }: ReportView, kind: keyof IssueHops, place: string): string {
  if (kind === 'streams') return texts.streams[place as keyof typeof texts.streams];
  if (kind === 'platforms') return platformName(place);
  return outsideText(input.regions.get(place)?.name ?? place, 60);
}

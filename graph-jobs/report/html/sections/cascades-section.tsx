import type { CascadeMetrics } from '#domain/cascade.js';
import { AccountName, type Column, Section, Table } from '../parts.js';
import type { ReportView, SectionProps } from '../report-view.js';
import { measuredSpan } from '../spans.js';

const MOST_CASCADES = 12;

/** The largest cascades by their shape. */
export function CascadesSection({ view }: SectionProps) {
  const { document, texts, formats } = view;
  const { count, lone, largest } = document.cascades;
  const shown = largest.slice(0, MOST_CASCADES);
  const caption = `${texts.cascades.heading}: ${texts.nOfN(formats.number(shown.length), formats.number(count))} (${formats.zoneName})`;
  return (
    <Section id="cascades" title={texts.cascades.heading}>
      <p>{texts.cascades.lead(formats.number(count), formats.number(lone))}</p>
      {shown.length > 0 && <Table caption={caption} columns={columnsOf(view)} rows={shown} />}
      <p class="caution">{texts.cascades.caution}</p>
    </Section>
  );
}

function columnsOf(view: ReportView): readonly Column<CascadeMetrics>[] {
  const { texts, formats } = view;
  const { cascades } = texts;
  const whole = (head: string, value: (cascade: CascadeMetrics) => number, digits = 0): Column<CascadeMetrics> => ({
    head,
    numeric: true,
    cell: (cascade) => formats.number(value(cascade), digits),
  });
  return [
    { head: cascades.root, cell: ({ rootAccountId }) => <AccountName view={view} id={rootAccountId} /> },
    { head: cascades.started, cell: ({ startedAt }) => <span class="nowrap">{formats.minute(startedAt)}</span> },
    whole(cascades.size, ({ size }) => size),
    whole(cascades.unique, ({ uniqueAccounts }) => uniqueAccounts),
    whole(cascades.depth, ({ depth }) => depth),
    whole(cascades.breadth, ({ maxBreadth }) => maxBreadth),
    whole(cascades.virality, ({ structuralVirality }) => structuralVirality, 2),
    { head: cascades.direct, numeric: true, cell: ({ directShare }) => formats.percent(directShare) },
    { head: cascades.half, numeric: true, cell: ({ secondsToHalf }) => measuredSpan(secondsToHalf * 1000, view) },
  ];
}

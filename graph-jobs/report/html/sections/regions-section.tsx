import { outsideText } from '../outside-text.js';
import { Section, Table } from '../parts.js';
import type { ReportView, SectionProps } from '../report-view.js';

const MOST_PROVINCES = 10;

interface RegionRow {
  readonly name: string;
  readonly mentions: number;
}

/** Mentions by province, most first, and those that state no region. */
export function RegionsSection({ view }: SectionProps) {
  const { document, texts, formats } = view;
  const { regions } = texts;
  const { mentions } = document.coverage;
  const provinces = provincesByMentions(view);
  const shown = Math.min(MOST_PROVINCES, provinces.length);
  return (
    <Section id="regions" title={regions.heading}>
      <p>{provinces.length === 0 ? regions.none : regions.lead}</p>
      {provinces.length > 0 && (
        <div class="narrow">
          <Table
            caption={`${regions.provinces}: ${texts.nOfN(formats.number(shown), formats.number(provinces.length))}`}
            rows={regionRows(view, provinces)}
            columns={[
              { head: regions.province, cell: ({ name }) => name },
              { head: texts.coverage.mentions, numeric: true, cell: (row) => formats.number(row.mentions) },
              { head: texts.coverage.share, numeric: true, cell: (row) => formats.percent(row.mentions / mentions) },
            ]}
          />
        </div>
      )}
    </Section>
  );
}

/** By name where the store knows it, else by code. */
export function provincesByMentions({ document, input }: ReportView): readonly RegionRow[] {
  return Object.entries(document.coverage.byProvince)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([code, mentions]) => ({ name: outsideText(input.regions.get(code)?.name ?? code, 60), mentions }));
}

function regionRows({ document, texts }: ReportView, provinces: readonly RegionRow[]): readonly RegionRow[] {
  const { mentions, withRegion } = document.coverage;
  const rest = provinces.slice(MOST_PROVINCES).reduce((sum, province) => sum + province.mentions, 0);
  return [
    ...provinces.slice(0, MOST_PROVINCES),
    ...(rest === 0 ? [] : [{ name: texts.regions.others, mentions: rest }]),
    { name: texts.regions.without, mentions: mentions - withRegion },
  ];
}

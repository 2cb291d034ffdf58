import type { ComponentChildren } from 'preact';
import { outsideText } from './outside-text.js';
import { publicName, type ReportView } from './report-view.js';

/** A text from outside: cleaned, escaped, and unable to turn the direction of the line it stands in. */
export function Outside({ text, longest }: { text: string; longest?: number }) {
  return <bdi>{outsideText(text, longest)}</bdi>;
}

/** A numbered section with an anchor. */
export function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/** An account by name where it is public, by pseudonym where it is not; the same rule everywhere. */
export function AccountName({ view, id }: { view: ReportView; id: string }) {
  const name = publicName(view, id);
  if (name === null) return <code class="pseudonym">{id}</code>;
  const account = view.input.publicAccounts.get(id)!;
  const agency = account.agencyId === null ? undefined : view.input.agencies.get(account.agencyId);
  const { accounts } = view.texts;
  return (
    <span class="named">
      <bdi>{name}</bdi>{' '}
      {account.agencyId !== null && (
        <span class="tag">
          {outsideText(agency?.shortName ?? agency?.name ?? account.agencyId, 60)}
          {account.layer !== null && ` · ${account.layer}`}
        </span>
      )}
      {account.newsOutlet && <span class="tag">{accounts.outlet}</span>}
    </span>
  );
}

export interface Column<Row> {
  readonly head: string;
  readonly numeric?: boolean;
  readonly cell: (row: Row, index: number) => ComponentChildren;
}

/** A table with a caption and scoped heads; the first cell of each row names the row. */
export function Table<Row>(props: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  class?: string;
}) {
  const { caption, columns, rows } = props;
  return (
    <div class="table-box">
      <table class={props.class}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, numeric }) => (
              <th key={head} scope="col" class={numeric ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map(({ head, cell, numeric }, column) =>
                column === 0 ? (
                  <th key={head} scope="row" class={numeric ? 'number' : undefined}>
                    {cell(row, index)}
                  </th>
                ) : (
                  <td key={head} class={numeric ? 'number' : undefined}>
                    {cell(row, index)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A chart with its text alternative; the SVG comes from our own charts and holds no markup from outside. */
export function Chart({ svg, alt, caption }: { svg: string; alt: string; caption?: ComponentChildren }) {
  return (
    <figure>
      {/* SVG made by our own charts: ECharts escapes the texts in it. */}
      <div class="chart-box" role="img" aria-label={alt} dangerouslySetInnerHTML={{ __html: svg }} />
      {caption !== undefined && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

/** A share as a bar with its figure beside it. */
export function ShareBar({ share, label }: { share: number; label: string }) {
  return (
    <span class="share">
      <span class="share-bar" aria-hidden="true">
        <span style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }} />
      </span>
      <span class="share-label">{label}</span>
    </span>
  );
}

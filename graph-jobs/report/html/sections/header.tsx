import { outsideText } from '../outside-text.js';
import { parameterRows } from '../parameter-rows.js';
import { Outside } from '../parts.js';
import type { SectionProps } from '../report-view.js';

/** What the issue is, over which time, and which run this report is about. */
export function Header({ view }: SectionProps) {
  const { document, texts, formats, input } = view;
  const { issue, coverage } = document;
  const owner = issue.ownerAgencyId === null ? null : input.agencies.get(issue.ownerAgencyId);
  const regions = input.sharedWith.map((code) => outsideText(input.regions.get(code)?.name ?? code));
  const facts: readonly (readonly [string, preact.ComponentChildren])[] = [
    [texts.issue.id, <code key="id">{issue.id}</code>],
    [
      texts.issue.period,
      coverage.from === null || coverage.to === null
        ? texts.none
        : `${formats.moment(coverage.from)} – ${formats.moment(coverage.to)}`,
    ],
    [texts.issue.owner, outsideText(owner?.name ?? issue.ownerAgencyId ?? texts.none)],
    [texts.issue.sharedWith, regions.length === 0 ? texts.none : formats.list(regions)],
    [texts.issue.run, <code key="run">{document.runId}</code>],
  ];
  return (
    <header>
      <p class="kind">
        {texts.documentKind} <span aria-hidden="true">·</span> {texts.software}
      </p>
      <h1>
        <Outside text={issue.title} />
      </h1>
      <dl class="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div class="wide">
          <dt>
            {texts.issue.query} ({texts.issue.version(formats.number(issue.queryVersion))})
          </dt>
          <dd>
            <code class="query">
              <Outside text={issue.query} longest={2000} />
            </code>
          </dd>
        </div>
        <OtherParameters view={view} />
      </dl>
      <Stale view={view} />
      <p class="note">
        {texts.times(formats.zoneName)} {texts.accounts.note(Object.values(texts.layers).join(', '))}
      </p>
    </header>
  );
}

/** Only where somebody asked for something else than the usual. */
function OtherParameters({ view }: SectionProps) {
  const { issue } = view.texts;
  const asked = parameterRows(view).filter(({ value, usual }) => value !== usual);
  if (asked.length === 0) return null;
  return (
    <div class="wide">
      <dt>{issue.otherParameters}</dt>
      <dd>{asked.map(({ name, value, usual }) => `${name}: ${value} ${issue.usually(usual)}`).join('; ')}</dd>
    </div>
  );
}

/** The query may have changed after the run. */
function Stale({ view: { document, input, texts, formats } }: SectionProps) {
  const { queryVersion } = document.issue;
  if (queryVersion >= input.queryVersion) return null;
  return <p class="caution">{texts.issue.stale(formats.number(queryVersion), formats.number(input.queryVersion))}</p>;
}

import { Outside, Section } from '../parts.js';
import type { SectionProps } from '../report-view.js';

/** What identifies the run, how to make this report again, and how to cite it. */
export function ManifestSection({ view }: SectionProps) {
  const { document, texts, formats, options } = view;
  const { manifest } = texts;
  const { issue, coverage, runId, inputHash, codeVersion } = document;
  const identity: readonly (readonly [string, string])[] = [
    [manifest.runId, runId],
    [manifest.inputHash, inputHash],
    [manifest.codeVersion, codeVersion],
    [manifest.queryVersion, String(issue.queryVersion)],
  ];
  const day = (time: number | null) => (time === null ? texts.unknown : formats.day(time));
  return (
    <Section id="manifest" title={manifest.heading}>
      <dl class="facts manifest">
        {identity.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <h3>{manifest.reproduce}</h3>
      <p>{manifest.reproduceLead}</p>
      <pre>
        <code>
          {`jejaring report ${issue.id} --run ${runId} --lang ${options.language} --zone ${options.zone} --out ${issue.id}.html`}
        </code>
      </pre>
      <h3>{manifest.cite}</h3>
      <p>
        <Outside
          text={manifest.citation(issue.title, runId, codeVersion, day(coverage.from), day(coverage.to))}
          longest={600}
        />
      </p>
    </Section>
  );
}

import { storedParameters } from '#domain/run-parameters.js';
import { parameterRows } from '../parameter-rows.js';
import { Section, Table } from '../parts.js';
import type { SectionProps } from '../report-view.js';

/** How the figures were made, and with which parameters. */
export function MethodSection({ view }: SectionProps) {
  const { method } = view.texts;
  const { mode } = storedParameters(view.document.parameters);
  return (
    <Section id="method" title={method.heading}>
      <ul class="sentences">
        {[...method.steps, method.groupSteps[mode]].map(({ name, text }) => (
          <li key={name}>
            <strong>{name}</strong> {text}
          </li>
        ))}
      </ul>
      <Table
        caption={method.parameters}
        rows={parameterRows(view)}
        columns={[
          { head: method.parameter, cell: ({ name }) => name },
          { head: method.value, cell: ({ value }) => value },
          { head: method.usual, cell: ({ usual }) => usual },
        ]}
      />
    </Section>
  );
}

import { Section, Table } from '../parts.js';
import type { SectionProps } from '../report-view.js';

/** How the figures were made, and with which parameters. */
export function MethodSection({ view }: SectionProps) {
  const { document, texts, formats } = view;
  const { method } = texts;
  const { parameters } = document;
  const rows: readonly (readonly [string, string])[] = [
    [method.behaviours, formats.list(parameters.behaviours.map((behaviour) => texts.behaviours[behaviour]))],
    [method.windowSeconds, formats.number(parameters.windowSeconds)],
    [method.minParticipation, formats.number(parameters.minParticipation)],
    [method.minWeight, formats.number(parameters.minWeight)],
    [method.shuffledCopies, formats.number(parameters.shuffledCopies)],
    [method.resolution, formats.number(parameters.resolution, 3)],
    [method.seed, String(parameters.seed)],
  ];
  return (
    <Section id="method" title={method.heading}>
      <ul class="sentences">
        {method.steps.map(({ name, text }) => (
          <li key={name}>
            <strong>{name}</strong> {text}
          </li>
        ))}
      </ul>
      <Table
        caption={method.parameters}
        rows={rows}
        columns={[
          { head: method.parameter, cell: ([name]) => name },
          { head: method.value, cell: ([, value]) => value },
        ]}
      />
    </Section>
  );
}

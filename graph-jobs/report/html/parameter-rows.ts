import { DEFAULT_RUN_PARAMETERS, type RunParameters } from '#domain/run.js';
import type { ReportView } from './report-view.js';

export interface ParameterRow {
  readonly name: string;
  readonly value: string;
  readonly usual: string;
}

/** What the run was asked for, beside what it does when it is not asked. */
export function parameterRows({
  document,
  texts: { method, behaviours },
  formats,
}: ReportView): readonly ParameterRow[] {
  const row = (name: string, written: (parameters: RunParameters) => string): ParameterRow => ({
    name,
    value: written(document.parameters),
    usual: written(DEFAULT_RUN_PARAMETERS),
  });
  return [
    row(method.behaviours, (asked) => formats.list(asked.behaviours.map((behaviour) => behaviours[behaviour]))),
    row(method.windowSeconds, ({ windowSeconds }) => formats.number(windowSeconds)),
    row(method.minParticipation, ({ minParticipation }) => formats.number(minParticipation)),
    row(method.minWeight, ({ minWeight }) => formats.number(minWeight)),
    row(method.shuffledCopies, ({ shuffledCopies }) => formats.number(shuffledCopies)),
    row(method.resolution, ({ resolution }) => formats.number(resolution, 3)),
    row(method.seed, ({ seed }) => String(seed)),
  ];
}

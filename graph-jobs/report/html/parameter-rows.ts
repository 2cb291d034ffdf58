import { DEFAULT_RUN_PARAMETERS, type RunParameters } from '#domain/run.js';
import { storedParameters } from '#domain/run-parameters.js';
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
  const parameters = storedParameters(document.parameters);
  const row = (name: string, written: (parameters: RunParameters) => string): ParameterRow => ({
    name,
    value: written(parameters),
    usual: written(DEFAULT_RUN_PARAMETERS),
  });
  // Where nobody asks, small networks are measured by this program: that is as usual as being asked nothing.
  const inProcess = parameters.engine !== 'GDS';
  const engineRow: ParameterRow = {
    name: method.engine,
    value: method.engines[inProcess ? 'IN_PROCESS' : 'GDS'],
    usual: inProcess ? method.engines.IN_PROCESS : method.usualEngine,
  };
  return [
    row(method.behaviours, (asked) => formats.list(asked.behaviours.map((behaviour) => behaviours[behaviour]))),
    row(method.mode, ({ mode }) => method.modes[mode]),
    ...(parameters.mode === 'CALIBRATED'
      ? [
          row(method.fdr, ({ fdr }) => formats.percent(fdr)),
          row(method.windowsSeconds, ({ windowsSeconds }) =>
            formats.list(windowsSeconds.map((seconds) => formats.number(seconds))),
          ),
        ]
      : [
          row(method.windowSeconds, ({ windowSeconds }) => formats.number(windowSeconds)),
          row(method.minParticipation, ({ minParticipation }) => formats.number(minParticipation)),
          row(method.minWeight, ({ minWeight }) => formats.number(minWeight)),
        ]),
    row(method.shuffledCopies, ({ shuffledCopies }) => formats.number(shuffledCopies)),
    engineRow,
    row(method.communityMethod, ({ communityMethod }) => (communityMethod === 'LEIDEN' ? 'Leiden' : 'Louvain')),
    row(method.resolution, ({ resolution }) => formats.number(resolution, 3)),
    row(method.seed, ({ seed }) => String(seed)),
  ];
}

import { BEHAVIOURS } from '#domain/action.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { DEFAULT_RUN_PARAMETERS, type RunParameters } from '#domain/run.js';
import type { RunParametersInput } from './run-parameters.type.js';

type Figure = Exclude<keyof RunParameters, 'behaviours'>;

// Least and most of each figure; above the most, a run would take hours for a result that says nothing.
const LIMITS: Readonly<Record<Figure, readonly [number, number]>> = {
  windowSeconds: [0, 86_400],
  minParticipation: [1, 1_000_000],
  minWeight: [1, 1_000_000],
  resolution: [0.001, 1000],
  shuffledCopies: [0, 1000],
  seed: [0, 2_147_483_647],
};

/** The parameters asked for over the defaults. Throws BAD_PARAMETERS naming the first that cannot be. */
export function toRunParameters(asked: RunParametersInput | null | undefined): RunParameters {
  const given = Object.entries(asked ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const parameters: RunParameters = { ...DEFAULT_RUN_PARAMETERS, ...Object.fromEntries(given) };
  for (const [name, [least, most]] of Object.entries(LIMITS)) {
    const value = parameters[name as Figure];
    if (!(value >= least && value <= most))
      throw bad(
        name,
        `${name}: ${value} is not between ${least} and ${most}`,
        `give a figure from ${least} to ${most}`,
      );
  }
  if (parameters.behaviours.length === 0)
    throw bad('behaviours', 'no behaviour is named', 'name at least one, or leave them out for all');
  // The order in which they were asked for must not make another run of it.
  return { ...parameters, behaviours: BEHAVIOURS.filter((behaviour) => parameters.behaviours.includes(behaviour)) };
}

function bad(name: string, message: string, hint: string): CodedError {
  return new CodedError('BAD_PARAMETERS', message, { at: `parameters.${name}`, hint });
}

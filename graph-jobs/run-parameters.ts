import { z } from 'zod';
import { BEHAVIOURS } from '#domain/action.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { DEFAULT_RUN_PARAMETERS, type RunParameters } from '#domain/run.js';

const DEFAULT = DEFAULT_RUN_PARAMETERS;

const schema = z.strictObject({
  behaviours: z
    .array(z.enum(BEHAVIOURS))
    .min(1)
    .default([...DEFAULT.behaviours])
    // The order in which they were asked for must not make another run of it.
    .transform((asked) => BEHAVIOURS.filter((behaviour) => asked.includes(behaviour))),
  windowSeconds: z.number().min(0).max(86_400).default(DEFAULT.windowSeconds),
  minParticipation: z.int().min(1).default(DEFAULT.minParticipation),
  minWeight: z.int().min(1).default(DEFAULT.minWeight),
  resolution: z.number().positive().max(1000).default(DEFAULT.resolution),
  shuffledCopies: z.int().min(0).max(1000).default(DEFAULT.shuffledCopies),
  seed: z.int().min(0).max(0xffffffff).default(DEFAULT.seed),
});

/** Parameters as a run takes them, defaults where none were given. Throws BAD_PARAMETERS naming every fault at once. */
export function runParameters(given: Partial<Record<keyof RunParameters, unknown>>): RunParameters {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new CodedError('BAD_PARAMETERS', faults.join('; '), {
    at: String(parsed.error.issues[0]?.path[0] ?? 'parameters'),
    hint: 'see "jejaring map --help" for what each parameter takes',
  });
}
